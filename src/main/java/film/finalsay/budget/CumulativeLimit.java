package film.finalsay.budget;

import film.finalsay.approval.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How far the authority of those who decide a request reaches. The limits stand in the table alone,
 * in whatever way the office writes them; so the table is asked, amount by amount. Its figures tell
 * where to ask first, which mostly is enough.
 */
final class CumulativeLimit {

  private final BudgetChange change;
  private final Ruling own;
  private final Function<BudgetChange, Ruling> rule;

  /** The largest amount that is known to be theirs, and the smallest known not to be. */
  private long theirs;

  private long notTheirs;

  private CumulativeLimit(Weighed weighed, Money most, Function<BudgetChange, Ruling> rule) {
    this.change = weighed.change();
    this.own = weighed.ruling();
    this.rule = rule;
    this.theirs = change.amount().minor();
    this.notTheirs = most.minor();
  }

  /**
   * @param figures the limits that the table names: amounts, or percents of the source account
   * @param rule who decides the same request with another amount
   * @return up to how much the same people decide, with all that was asked for before; empty if
   *     they decide every amount that the request could have
   */
  static Optional<Money> of(
      Weighed weighed, Set<BigDecimal> figures, Function<BudgetChange, Ruling> rule) {
    BudgetChange change = weighed.change();
    Account source = weighed.budget().account("fromAccount", change.sourceAccount());
    Money most = change.kind().movesMoney() ? source.balance() : source.budgeted();
    CumulativeLimit limit = new CumulativeLimit(weighed, most, rule);
    if (most.compareTo(change.amount()) <= 0 || limit.isTheirs(most.minor())) {
      return Optional.empty();
    }
    Money before = weighed.before().before();
    limit.narrowAmong(likely(figures, source.budgeted(), before));
    limit.narrow();
    return Optional.of(new Money(limit.theirs, most.currency()).plus(before));
  }

  /** The amounts on either side of each limit, and on it, in order. */
  private static List<Long> likely(Set<BigDecimal> figures, Money source, Money before) {
    int decimals = source.value().scale();
    return figures.stream()
        .flatMap(
            figure ->
                Stream.of(figure, source.value().multiply(figure).movePointLeft(2))
                    .map(limit -> limit.subtract(before.value()))
                    .map(limit -> limit.setScale(decimals, RoundingMode.FLOOR).unscaledValue()))
        .filter(limit -> limit.bitLength() < Long.SIZE - 1)
        .mapToLong(limit -> limit.longValue())
        .flatMap(limit -> LongStream.rangeClosed(limit - 1, limit + 1))
        .sorted()
        .distinct()
        .boxed()
        .toList();
  }

  private void narrowAmong(List<Long> amounts) {
    List<Long> open = between(amounts);
    while (!open.isEmpty()) {
      ask(open.get(open.size() / 2));
      open = between(open);
    }
  }

  private List<Long> between(List<Long> amounts) {
    return amounts.stream().filter(amount -> amount > theirs && amount < notTheirs).toList();
  }

  private void narrow() {
    while (notTheirs - theirs > 1) {
      ask(theirs + (notTheirs - theirs) / 2);
    }
  }

  private void ask(long amount) {
    if (isTheirs(amount)) {
      theirs = amount;
    } else {
      notTheirs = amount;
    }
  }

  private boolean isTheirs(long amount) {
    Ruling other = rule.apply(change.of(new Money(amount, change.amount().currency())));
    return other.decidedBy() == own.decidedBy() && other.consents().equals(own.consents());
  }
}
