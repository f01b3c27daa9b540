package film.finalsay.finance;

import film.finalsay.approval.Money;
import java.time.LocalDate;

/**
 * One line of a finance plan.
 *
 * @param name of whoever pays, or defers; unique in its plan
 * @param amount above zero
 * @param terms empty if none are named
 * @param expires the last day on which it holds; null if it does not expire
 * @param document SHA-256 of what shows it; null if nothing does
 */
public record FinanceSource(
    String name,
    SourceKind kind,
    Money amount,
    SourceState state,
    String terms,
    LocalDate expires,
    String document) {

  boolean isExpired(LocalDate day) {
    return expires != null && expires.isBefore(day);
  }

  /** Whether it is money, or a deferral, that one may count on. */
  boolean holds(LocalDate day) {
    return state == SourceState.CONFIRMED && !isExpired(day);
  }

  boolean isDeferral() {
    return kind == SourceKind.DEFERRAL;
  }
}
