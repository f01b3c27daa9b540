package film.finalsay.drawdown;

import film.finalsay.approval.Money;
import java.util.Currency;
import java.util.List;
import java.util.function.Predicate;

/**
 * What was taken of some money.
 *
 * @param drawn what was approved; of what has arrived, what did
 * @param arrived what of it has arrived
 * @param open what is asked for and not decided
 */
public record Taken(Money drawn, Money arrived, Money open) {

  static Taken of(List<Drawdown> all, Predicate<Drawdown> which, Currency currency) {
    List<Drawdown> some = all.stream().filter(which).toList();
    return new Taken(
        sum(some, one -> !one.isOpen(), currency),
        sum(some, one -> one.arrived() != null, currency),
        sum(some, Drawdown::isOpen, currency));
  }

  private static Money sum(List<Drawdown> all, Predicate<Drawdown> which, Currency currency) {
    return all.stream()
        .filter(which)
        .map(Drawdown::taken)
        .reduce(Money.zero(currency), Money::plus);
  }

  Money all() {
    return drawn.plus(open);
  }

  /** Negative if more was taken than there is now. */
  public Money left(Money of) {
    return of.minus(all());
  }
}
