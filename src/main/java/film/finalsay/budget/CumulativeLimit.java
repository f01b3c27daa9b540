package film.finalsay.budget;

import film.finalsay.approval.Money;
import java.util.Optional;
import java.util.function.Function;

/**
 * How far the authority of those who decide a request reaches. The limits stand in the table alone,
 * in whatever way the office writes them; so the table is asked, amount by amount.
 */
final class CumulativeLimit {

  private CumulativeLimit() {}

  /**
   * @param most the largest amount that the request could have at all
   * @param rule who decides the same request with another amount
   * @return the largest amount, up to that, which the same people decide; empty if they decide
   *     every amount
   */
  static Optional<Money> of(BudgetChange change, Money most, Function<BudgetChange, Ruling> rule) {
    Ruling own = rule.apply(change);
    if (most.compareTo(change.amount()) <= 0 || same(own, rule.apply(change.of(most)))) {
      return Optional.empty();
    }
    long decided = change.amount().minor();
    long notDecided = most.minor();
    while (notDecided - decided > 1) {
      long middle = decided + (notDecided - decided) / 2;
      boolean theirs = same(own, rule.apply(change.of(new Money(middle, most.currency()))));
      decided = theirs ? middle : decided;
      notDecided = theirs ? notDecided : middle;
    }
    return Optional.of(new Money(decided, most.currency()));
  }

  private static boolean same(Ruling one, Ruling other) {
    return one.decidedBy() == other.decidedBy() && one.consents().equals(other.consents());
  }
}
