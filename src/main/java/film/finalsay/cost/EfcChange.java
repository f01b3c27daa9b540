package film.finalsay.cost;

import film.finalsay.approval.Money;
import java.time.LocalDate;

/**
 * An account's estimated final cost (EFC) on one report.
 *
 * @param change against the report before; null on the account's first
 * @param reason null if nobody said
 */
public record EfcChange(
    int report, LocalDate weekEnding, Money efc, Money change, String reason, String importedBy) {

  /**
   * @return null on the account's first
   */
  Money before() {
    return change == null ? null : efc.minus(change);
  }
}
