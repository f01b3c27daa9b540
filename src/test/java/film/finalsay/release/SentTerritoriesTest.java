package film.finalsay.release;

import static film.finalsay.support.Territories.germany;
import static film.finalsay.support.Territories.line;
import static film.finalsay.support.Territories.material;
import static film.finalsay.support.Territories.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.support.Territories;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a territory of a release plan has to say, and what is refused. */
class SentTerritoriesTest {

  private static final Currency USD = Currency.getInstance("USD");

  @Test
  void aPlanIsKeptAsItWasSent() {
    List<ReleaseTerritory> read = read(germany());

    assertThat(SentTerritories.kept(read.stream().map(ReleaseTerritory::written).toList(), USD))
        .isEqualTo(read);
    assertThat(read.get(0).rights())
        .containsExactly(ReleaseTerritory.Right.THEATRICAL, ReleaseTerritory.Right.SUBSCRIPTION);
  }

  @Test
  void windowsOfOneRightDoNotOverlapAndThoseOfSeveralMay() {
    assertThat(refused("windows", List.of())).isEqualTo("windows");
    assertThat(refused("windows", List.of(window("THEATRICAL", "2028-03-02", "2028-03-01"))))
        .isEqualTo("windows[0].closes");
    read(germany("windows", List.of(window("THEATRICAL", "2028-03-02", "2028-03-02"))));
    assertThat(
            refused(
                "windows",
                List.of(
                    window("THEATRICAL", "2028-03-02", "2028-06-30"),
                    window("THEATRICAL", "2028-06-30", "2028-07-31"))))
        .isEqualTo("windows[1].opens");
    assertThat(
            refused(
                "windows",
                List.of(
                    window("PAY_TV", "2029-03-02", "2029-06-30"),
                    window("PAY_TV", "2028-03-02", "2029-03-02"))))
        .isEqualTo("windows[1].opens");
    read(
        germany(
            "windows",
            List.of(
                window("THEATRICAL", "2028-03-02", "2028-06-30"),
                window("THEATRICAL", "2028-07-01", "2028-07-31"),
                window("TRANSACTIONAL", "2028-03-02", "2028-06-30"))));
  }

  @Test
  void materialsAreThereOnTheDayTheFirstWindowOpens() {
    read(germany("materials", List.of(material("Trailer", "2028-03-02"))));
    assertThat(refused("materials", List.of(material("Trailer", "2028-03-03"))))
        .isEqualTo("materials[0].due");
    assertThat(
            refused(
                "materials",
                List.of(material("Trailer", "2027-03-03"), material("TRAILER", "2027-03-03"))))
        .isEqualTo("materials[1].item");
  }

  @Test
  void linesComeToTheTotalToTheCent() {
    assertThat(refused("printsAndAdvertising", "100000.01")).isEqualTo("printsAndAdvertising");
    assertThat(refused("printsAndAdvertising", "99999.99")).isEqualTo("printsAndAdvertising");
    assertThat(refused("printsAndAdvertising", null)).isEqualTo("printsAndAdvertising");
    assertThat(refused("printsAndAdvertising", "100000.001")).isEqualTo("printsAndAdvertising");
    assertThat(refused("lines", null)).isEqualTo("printsAndAdvertising");
    Map<String, Object> without = germany("lines", null);
    without.keySet().removeAll(List.of("printsAndAdvertising", "minimumCommitment"));
    read(without);
  }

  @Test
  void theDistributorSpendsWhatItCommitsItselfToAndRecoupsAsMuch() {
    read(germany("minimumCommitment", "80000.00"));
    assertThat(refused("minimumCommitment", "80000.01")).isEqualTo("minimumCommitment");
    read(germany("recoupmentCap", "75000.00"));
    assertThat(refused("recoupmentCap", "74999.99")).isEqualTo("recoupmentCap");
    read(germany("recoupmentCap", null));
  }

  @Test
  void theFilmsOwnMoneyIsAnIncreaseOfItsBudget() {
    Map<String, Object> own = germany("lines", List.of(line("Trailer", "100000.00", "FILM")));
    BusinessRuleException refusal =
        catchThrowableOfType(BusinessRuleException.class, () -> read(own));
    assertThat(refusal.field()).isEqualTo("territories[0].lines[0].paidBy");
    assertThat(refusal.getMessage()).contains("INCREASE");
  }

  @Test
  void threeTitlesAreComparable() {
    List<Map<String, Object>> three = List.of(title("A", 1888), title("B", 2199), title("C", 2000));
    read(germany("comparables", three));
    assertThat(refused("comparables", three.subList(0, 2))).isEqualTo("comparables");
    assertThat(
            refused("comparables", List.of(title("A", 1999), title("B", 1999), title("a", 1999))))
        .isEqualTo("comparables[2].title");
    assertThat(refused("comparables", List.of(title("A", 1887)))).isEqualTo("comparables[0].year");
    assertThat(refused("comparables", List.of(title("A", 2200)))).isEqualTo("comparables[0].year");
  }

  @Test
  void eachTerritoryIsNamedOnceAndWithWhatThereIs() {
    assertThat(refused("pattern", "SIDEWAYS")).isEqualTo("pattern");
    assertThat(refused("pattern", null)).isEqualTo("pattern");
    assertThat(refused("distributor", " ")).isEqualTo("distributor");
    assertThat(refused("holdback", "P90D")).isEqualTo("holdback");
    Map<String, Object> again = germany("territory", "GERMANY");
    assertThat(
            catchThrowableOfType(BusinessRuleException.class, () -> read(germany(), again)).field())
        .isEqualTo("territories[1].territory");
    assertThat(catchThrowableOfType(BusinessRuleException.class, () -> read()).field())
        .isEqualTo("territories");
  }

  private static Map<String, Object> title(String title, int year) {
    return new HashMap<>(Map.of("title", title, "year", year));
  }

  @SafeVarargs
  private static List<ReleaseTerritory> read(Map<String, Object>... territories) {
    return SentTerritories.read(
        Inputs.of(Map.of("territories", List.of((Object[]) territories))), USD);
  }

  /** The field of the territory that is refused. */
  private static String refused(String field, Object value) {
    return catchThrowableOfType(
            BusinessRuleException.class, () -> read(Territories.germany(field, value)))
        .field()
        .replace("territories[0].", "");
  }
}
