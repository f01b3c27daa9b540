package film.finalsay.budget;

import film.finalsay.approval.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is under the accounts of a version. Each line is converted and each fringe on it computed
 * for itself, rounded to the nearest minor unit (halves away from zero), and then added up.
 *
 * @param rates in the order of their currencies
 * @param fringes in the order of the file
 * @param details in the order of the accounts, then of the file
 */
public record Breakdown(List<ExchangeRate> rates, List<Fringe> fringes, List<Detail> details) {

  public static final Breakdown NONE = new Breakdown(List.of(), List.of(), List.of());

  public Breakdown {
    rates =
        rates.stream()
            .sorted(Comparator.comparing(rate -> rate.currency().getCurrencyCode()))
            .toList();
    fringes = List.copyOf(fringes);
    details = List.copyOf(details);
  }

  Breakdown with(List<Detail> others) {
    return new Breakdown(rates, fringes, others);
  }

  public boolean isEmpty() {
    return rates.isEmpty() && fringes.isEmpty() && details.isEmpty();
  }

  /** With a line for new money on an account, if that has detail: it still adds up. */
  Breakdown raised(String account, Money newMoney, String approvalKey) {
    if (details.stream().noneMatch(detail -> detail.account().equals(account))) {
      return this;
    }
    List<Detail> raised = new ArrayList<>();
    for (int i = 0; i < details.size(); i++) {
      raised.add(details.get(i));
      boolean last = i + 1 == details.size() || !details.get(i + 1).account().equals(account);
      if (details.get(i).account().equals(account) && last) {
        raised.add(
            new Detail(
                account, approvalKey, "Approved increase", null, null, null, newMoney, List.of()));
      }
    }
    return with(raised);
  }

  /** The lines of each account that has any. */
  public Map<String, List<Detail>> byAccount() {
    return details.stream().collect(Collectors.groupingBy(Detail::account));
  }

  /** What a line is in the film's currency, without its fringes. */
  public Money amount(Detail detail, Currency film) {
    Currency own = detail.amount().currency();
    return own.equals(film)
        ? detail.amount()
        : rates.stream()
            .filter(rate -> rate.currency().equals(own))
            .findFirst()
            .orElseThrow()
            .convert(detail.amount(), film);
  }

  /** The fringes on these lines, by name, in the order of the version's fringes. */
  public Map<String, Money> fringesOn(List<Detail> lines, Currency film) {
    Map<String, Money> sums = new LinkedHashMap<>();
    for (Fringe fringe : fringes) {
      lines.stream()
          .filter(detail -> detail.fringes().contains(fringe.name()))
          .map(detail -> fringe.on(amount(detail, film)))
          .reduce(Money::plus)
          .ifPresent(sum -> sums.put(fringe.name(), sum));
    }
    return sums;
  }

  /** What an amount has on top of it by the fringes that any of these lines has. */
  Money fringesOn(Money amount) {
    return fringes.stream()
        .filter(fringe -> details.stream().anyMatch(line -> line.fringes().contains(fringe.name())))
        .map(fringe -> fringe.on(amount))
        .reduce(Money.zero(amount.currency()), Money::plus);
  }

  /** These lines and their fringes, in the film's currency. */
  public Money sum(List<Detail> lines, Currency film) {
    Money amounts =
        lines.stream().map(detail -> amount(detail, film)).reduce(Money.zero(film), Money::plus);
    return fringesOn(lines, film).values().stream().reduce(amounts, Money::plus);
  }
}
