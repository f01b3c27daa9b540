package film.finalsay.finance;

import film.finalsay.approval.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;

/**
 * What a sales agent expects a film to sell for: one version of the sheet.
 *
 * @param version from 1
 * @param date when the agent estimated it
 * @param document SHA-256 of the agent's sheet; null if none was uploaded
 */
public record SalesEstimate(
    int version,
    Currency currency,
    String agent,
    LocalDate date,
    String document,
    List<Territory> territories,
    String savedBy,
    Instant savedAt) {

  public Money ask() {
    return sum(Territory::ask);
  }

  public Money take() {
    return sum(Territory::take);
  }

  private Money sum(Function<Territory, Money> figure) {
    return territories.stream().map(figure).reduce(Money.zero(currency), Money::plus);
  }
}
