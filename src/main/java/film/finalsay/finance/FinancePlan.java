package film.finalsay.finance;

import film.finalsay.approval.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.function.Predicate;

/**
 * How a film is paid for, as one version of its finance plan says.
 *
 * <p>Secured is what is confirmed and has not expired: a letter of intent, or a presale whose
 * option has run out, pays nobody. A deferral never comes in as cash, so it is not among the
 * secured money. Confirmed, it lowers the cash that the film needs instead: budget less deferrals
 * is what banks and completion guarantors know as the cash budget.
 *
 * @param version from 1
 */
public record FinancePlan(
    int version, Currency currency, List<FinanceSource> sources, String savedBy, Instant savedAt) {

  /** Money that one may count on. */
  public Money secured(LocalDate day) {
    return sum(source -> source.holds(day) && !source.isDeferral());
  }

  /** Deferrals that one may count on. */
  public Money deferred(LocalDate day) {
    return sum(source -> source.holds(day) && source.isDeferral());
  }

  /** What may come, be it money or deferred; what has expired comes no more. */
  public Money pending(LocalDate day) {
    return sum(source -> source.state() == SourceState.PENDING && !source.isExpired(day));
  }

  private Money sum(Predicate<FinanceSource> counts) {
    return sources.stream()
        .filter(counts)
        .map(FinanceSource::amount)
        .reduce(Money.zero(currency), Money::plus);
  }
}
