package film.finalsay.budget.web;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.budget.ExchangeRate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What comes with the import of a budget file. */
final class SentBudget {

  private static final int MAX_RATES = 100;

  private SentBudget() {}

  /**
   * @param sent each as in {@code GBP 1.2750}; null if there is none
   * @throws BusinessRuleException (invalid) naming {@code rate}
   */
  static List<ExchangeRate> rates(List<String> sent, Currency film) {
    if (sent == null) {
      return List.of();
    }
    if (sent.size() > MAX_RATES) {
      throw invalid("rate", "at most %d are allowed.", MAX_RATES);
    }
    Map<String, ExchangeRate> rates = new TreeMap<>();
    for (String text : sent) {
      ExchangeRate rate = ExchangeRate.read(text, film);
      if (rates.put(rate.currency().getCurrencyCode(), rate) != null) {
        throw invalid("rate", "%s is there twice.", rate.currency().getCurrencyCode());
      }
    }
    return List.copyOf(rates.values());
  }
}
