package film.finalsay.greenlight;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import film.finalsay.approval.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * A package on one page: what whoever decides on a film wants to know. The form of the decision and
 * the printed page both show it.
 *
 * @param asOf the day on which its figures count
 * @param standing where the greenlight stands, in a phrase
 * @param requestedBy name and role
 * @param alsoAttached key attachments besides director and lead cast, which are items
 * @param missing in a sentence or two each; empty if the package is complete, or settled: the table
 *     that asks for things may be another by then
 */
public record PackageSummary(
    String approval,
    String film,
    String title,
    String kind,
    String standing,
    @JsonIgnore String requestedBy,
    LocalDate asOf,
    String logline,
    String vision,
    Figures figures,
    List<Source> sources,
    List<String> alsoAttached,
    List<ItemStanding> items,
    List<String> missing) {

  /**
   * What is null is not on file.
   *
   * @param deferred what is paid only from what the film earns
   * @param cashNeeded the budget less that
   * @param unsecured what of it is not secured
   * @param gap what no source is named for, confirmed or pending
   * @param ask sum of the sales estimates' asks
   * @param take sum of what the sales agent would accept
   */
  public record Figures(
      Money budget,
      Money deferred,
      Money cashNeeded,
      Money secured,
      Money pending,
      Money unsecured,
      Money gap,
      @JsonProperty("salesAsk") Money ask,
      @JsonProperty("salesTake") Money take) {

    /** Percent of the cash needed, rounded down so that only all of it is 100; null if unknown. */
    public Integer percentSecured() {
      if (secured == null || cashNeeded == null) {
        return null;
      }
      return cashNeeded.minor() == 0 || secured.compareTo(cashNeeded) >= 0
          ? Integer.valueOf(100)
          : Integer.valueOf(
              secured
                  .value()
                  .movePointRight(2)
                  .divideToIntegralValue(cashNeeded.value())
                  .intValue());
    }
  }

  /**
   * @param standing {@code secured}, {@code deferred}, {@code pending}, or {@code expired}
   * @param terms with its last day; empty if there are none
   */
  public record Source(String name, String kind, Money amount, String standing, String terms) {}
}
