package film.finalsay.release;

import static film.finalsay.support.Territories.germany;
import static film.finalsay.support.Territories.germanyOpening;
import static film.finalsay.support.Territories.germanyWithTrailer;
import static film.finalsay.support.Territories.line;
import static film.finalsay.support.Territories.material;
import static film.finalsay.support.Territories.window;
import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.approval.Inputs;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How far a release plan is from the one that it is measured by. */
class PlanChangeTest {

  @Test
  void theSamePlanIsNoChange() {
    PlanChange change = to(germany());
    assertThat(change.otherTerms()).isFalse();
    assertThat(change.share()).isEqualByComparingTo("0");
    assertThat(change.days()).isZero();
  }

  @Test
  void theShareIsRoundedUpSoThatNoCentIsLost() {
    assertThat(to(germanyWithTrailer("40000.00", "110000.00")).share()).isEqualByComparingTo("10");
    assertThat(to(germanyWithTrailer("40000.01", "110000.01")).share())
        .isEqualByComparingTo("10.000010");
    assertThat(to(germanyWithTrailer("25000.00", "95000.00")).share()).isEqualByComparingTo("5");
  }

  @Test
  void whatOneSpendsMoreDoesNotMakeUpForWhatAnotherSpendsLess() {
    assertThat(
            to(germany(
                    "lines",
                    List.of(
                        line("Trailer", "85000.00", "DISTRIBUTOR"),
                        line("Festival launch", "15000.00", "THIRD_PARTY"))))
                .share())
        .isEqualByComparingTo("10");
    assertThat(
            to(germany(
                    "lines",
                    List.of(
                        line("Posters", "80000.00", "DISTRIBUTOR"),
                        line("Festival launch", "20000.00", "THIRD_PARTY"))))
                .share())
        .as("from line to line of one payer")
        .isEqualByComparingTo("0");
  }

  @Test
  void theDateCountsThatMovesMostInEitherDirection() {
    assertThat(to(germanyOpening("2028-03-16")).days()).isEqualTo(14);
    assertThat(to(germanyOpening("2028-02-16")).days()).isEqualTo(15);
    assertThat(
            to(germany(
                    "materials",
                    List.of(material("Trailer", "2027-12-03"), material("Key art", "2027-11-15"))))
                .days())
        .isEqualTo(2);
    assertThat(
            to(germany(
                    "windows",
                    List.of(
                        window("SUBSCRIPTION", "2028-09-01", "2030-09-20"),
                        window("THEATRICAL", "2028-03-02", "2028-06-30"))))
                .days())
        .as("whatever their order")
        .isEqualTo(20);
  }

  @Test
  void termsAreWhatIsNeitherAFigureNorADate() {
    assertThat(to(germany("distributor", "Another")).otherTerms()).isTrue();
    assertThat(to(germany("pattern", "WIDE")).otherTerms()).isTrue();
    assertThat(to(germany("minimumCommitment", "74999.99")).otherTerms()).isTrue();
    assertThat(to(germany("recoupmentCap", null)).otherTerms()).isTrue();
    assertThat(to(germany("territory", "Austria")).otherTerms()).isTrue();
    assertThat(to(germany("materials", List.of(material("Trailer", "2027-12-01")))).otherTerms())
        .isTrue();
    assertThat(
            to(germany("windows", List.of(window("THEATRICAL", "2028-03-02", "2028-06-30"))))
                .otherTerms())
        .isTrue();
    assertThat(to(germany("territory", "GERMANY")).otherTerms()).isFalse();
  }

  private static PlanChange to(Map<String, Object> after) {
    return PlanChange.between(read(germany()), read(after));
  }

  private static List<ReleaseTerritory> read(Map<String, Object> territory) {
    return SentTerritories.read(
        Inputs.of(Map.of("territories", List.of(territory))), Currency.getInstance("USD"));
  }
}
