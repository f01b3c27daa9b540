package film.finalsay.slate;

import film.finalsay.approval.Money;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the films of one currency come to; amounts of different currencies are never added.
 *
 * @param films how many there are
 * @param budget of those that have one
 * @param withCostReport how many have one; EFC and variance are of these alone
 * @param efc estimated final cost
 * @param variance negative is over
 * @param contingencyLeft of those that have a budget
 * @param secured of those that have a finance plan
 */
public record SlateTotal(
    Currency currency,
    int films,
    Money budget,
    long withCostReport,
    Money efc,
    Money variance,
    Money contingencyLeft,
    Money secured,
    Money drawn) {

  /** In the order of the currencies' codes. */
  static List<SlateTotal> of(List<SlateFilm> films) {
    return films.stream()
        .collect(
            Collectors.groupingBy(
                film -> film.currency().getCurrencyCode(), TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(entry -> of(Currency.getInstance(entry.getKey()), entry.getValue()))
        .toList();
  }

  private static SlateTotal of(Currency currency, List<SlateFilm> films) {
    return new SlateTotal(
        currency,
        films.size(),
        sum(currency, films, SlateFilm::budget),
        films.stream().filter(film -> film.efc() != null).count(),
        sum(currency, films, SlateFilm::efc),
        sum(currency, films, SlateFilm::variance),
        sum(currency, films, SlateFilm::contingencyLeft),
        sum(currency, films, SlateFilm::secured),
        sum(currency, films, SlateFilm::drawn));
  }

  private static Money sum(
      Currency currency, List<SlateFilm> films, Function<SlateFilm, Money> figure) {
    return films.stream()
        .map(figure)
        .filter(Objects::nonNull)
        .reduce(Money.zero(currency), Money::plus);
  }
}
