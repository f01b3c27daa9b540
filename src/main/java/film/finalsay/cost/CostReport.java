package film.finalsay.cost;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import film.finalsay.approval.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One week's report, with the totals of its accounts.
 *
 * @param number from 1, unique for the film
 * @param weekEnding later than that of the report before
 * @param reason why the estimates changed; null if nobody said
 * @param fileSha256 of the file as it was imported
 * @param budgetVersion the version that counted then
 */
public record CostReport(
    @JsonIgnore String filmId,
    int number,
    LocalDate weekEnding,
    String reason,
    String fileSha256,
    int budgetVersion,
    @JsonIgnore boolean budgetLocked,
    String importedBy,
    Instant importedAt,
    Money actual,
    Money commitments,
    Money etc) {

  public String inWords() {
    return "Cost report %d, week ending %s".formatted(number, weekEnding);
  }

  /** Estimated final cost of the film. */
  @JsonProperty
  public Money efc() {
    return actual.plus(commitments).plus(etc);
  }
}
