package film.finalsay.budget.change;

import film.finalsay.approval.Money;
import film.finalsay.authority.Ruling;
import film.finalsay.budget.Account;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How far the authority of those who decide a request reaches. The limits stand in the table alone,
 * in whatever way the office writes them; so the table is asked, amount by amount. Its figures tell
 * where to ask first, which mostly is enough.
 */
final class CumulativeLimit {

  private final Weighed weighed;

  /** The largest amount that is known to be theirs, and the smallest known not to be. */
  private long theirs;

  private long notTheirs;

  private CumulativeLimit(Weighed weighed, Money most) {
    this.weighed = weighed;
    this.theirs = weighed.change().amount().minor();
    this.notTheirs = most.minor();
  }

  /**
   * @return up to how much the same people decide, with all that was asked for before; empty if
   *     they decide every amount that the request could have
   */
  static Optional<Money> of(Weighed weighed) {
    BudgetChange change = weighed.change();
    Account source = change.source(weighed.budget());
    Money most = change.kind().movesMoney() ? source.balance() : source.budgeted();
    CumulativeLimit limit = new CumulativeLimit(weighed, most);
    if (most.compareTo(change.amount()) <= 0 || limit.isTheirs(most.minor())) {
      return Optional.empty();
    }
    Money before = weighed.before().before();
    limit.narrow(
        likely(weighed.table().figures(weighed.tableVersion()), source.budgeted(), before));
    return Optional.of(new Money(limit.theirs, most.currency()).plus(before));
  }

  /**
   * The amounts on either side of each limit, and on it, in order.
   *
   * @param figures the limits that the table names: amounts, or percents of the source account
   */
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

  private void narrow(List<Long> likely) {
    while (notTheirs - theirs > 1) {
      List<Long> open =
          likely.stream().filter(amount -> amount > theirs && amount < notTheirs).toList();
      long amount = open.isEmpty() ? theirs + (notTheirs - theirs) / 2 : open.get(open.size() / 2);
      if (isTheirs(amount)) {
        theirs = amount;
      } else {
        notTheirs = amount;
      }
    }
  }

  private boolean isTheirs(long amount) {
    BudgetChange other =
        weighed.change().of(new Money(amount, weighed.change().amount().currency()));
    AuthorityFacts facts =
        AuthorityFacts.of(
            other, weighed.before(), weighed.budget(), weighed.facts().shot().intValueExact());
    Ruling ruling = weighed.raised(weighed.table().rule(other, facts, weighed.tableVersion()));
    Ruling own = weighed.ruling();
    return ruling.decidedBy() == own.decidedBy() && ruling.consents().equals(own.consents());
  }
}
