package film.finalsay.drawdown;

import com.fasterxml.jackson.annotation.JsonIgnore;
import film.finalsay.approval.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * A version of a film's cash-flow schedule.
 *
 * @param version from 1
 * @param tranches at least one, each label once with its source
 */
public record CashFlow(
    int version,
    Currency currency,
    @JsonIgnore List<Tranche> tranches,
    String savedBy,
    Instant savedAt) {

  Optional<Tranche> find(String source, String tranche) {
    return tranches.stream().filter(one -> one.is(source, tranche)).findFirst();
  }

  /** What may be drawn of a source in all. */
  Money most(String source) {
    return tranches.stream()
        .filter(one -> one.source().equals(source))
        .map(Tranche::most)
        .reduce(Money.zero(currency), Money::plus);
  }
}
