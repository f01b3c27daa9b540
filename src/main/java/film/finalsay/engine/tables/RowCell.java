package film.finalsay.engine.tables;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.ConsentTerms;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One cell of a decision table, and what a sentence says of it.
 *
 * @param column its column's label
 */
record RowCell(String column, String text) {

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

  /** Its figures without their signs, the smallest first. */
  List<BigDecimal> figures() {
    return period()
        .map(period -> FiguresInText.of(period).figures().stream())
        .orElseGet(
            () ->
                NUMBER
                    .matcher(QUOTED.matcher(text).replaceAll(""))
                    .results()
                    .map(number -> new BigDecimal(number.group()).abs().stripTrailingZeros()))
        .distinct()
        .sorted()
        .toList();
  }

  /** The one figure or period that it names. */
  Optional<String> inWords() {
    return period()
        .or(
            () ->
                figures().size() == 1 ? Optional.of(grouped(figures().get(0))) : Optional.empty());
  }

  /** The lower of the two figures of a range, or the upper. */
  Optional<String> inWords(boolean upper) {
    return figures().size() == 2
        ? Optional.of(grouped(figures().get(upper ? 1 : 0)))
        : Optional.empty();
  }

  boolean isEmpty() {
    String content = QUOTED.matcher(text).replaceAll("$1").strip();
    return content.isEmpty() || content.equals("-");
  }

  /** All that it says: {@code Cumulative amount (film's currency): <= 10,000}. */
  String withColumn() {
    String content = QUOTED.matcher(text).replaceAll("$1").strip();
    return "%s: %s"
        .formatted(
            column,
            period()
                .orElseGet(
                    () ->
                        NUMBER
                            .matcher(content)
                            .replaceAll(number -> grouped(new BigDecimal(number.group())))));
  }

  /** {@code five days} for {@code "P5D"}. */
  private Optional<String> period() {
    Matcher literal = QUOTED.matcher(text.strip());
    if (!literal.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(inUnits(ConsentTerms.amount(literal.group(1))));
    } catch (BusinessRuleException noPeriod) {
      return Optional.empty();
    }
  }

  private static String inUnits(TemporalAmount amount) {
    if (amount instanceof Period period) {
      return period.toTotalMonths() == 0
          ? units(period.getDays(), "day")
          : "%s and %s"
              .formatted(units(period.toTotalMonths(), "month"), units(period.getDays(), "day"));
    }
    Duration duration = (Duration) amount;
    return duration.toMinutesPart() == 0
        ? units(duration.toHours(), "hour")
        : units(duration.toMinutes(), "minute");
  }

  private static String units(long count, String unit) {
    return "%s %s%s".formatted(FiguresInText.inWords(count), unit, count == 1 ? "" : "s");
  }

  private static String grouped(BigDecimal figure) {
    return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(figure);
  }
}
