package film.finalsay.drawdown;

import com.fasterxml.jackson.annotation.JsonProperty;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.Money;
import java.time.LocalDate;

/**
 * Money that was asked of a source.
 *
 * @param state of the approval
 * @param arrived null until it was entered; zero if nothing came
 * @param arrivedOn null until it was entered
 */
public record Drawdown(
    @JsonProperty("approval") String approvalKey,
    String source,
    String tranche,
    Money amount,
    LocalDate valueDate,
    ApprovalState state,
    Money arrived,
    LocalDate arrivedOn) {

  boolean isOpen() {
    return !state.isFinal();
  }

  /** What is gone from the source by it: what is asked for, until it is known what arrived. */
  Money taken() {
    return arrived == null ? amount : arrived;
  }

  boolean arrivedAsAsked() {
    return amount.equals(arrived);
  }
}
