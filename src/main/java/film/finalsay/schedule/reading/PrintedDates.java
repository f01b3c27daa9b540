package film.finalsay.schedule.reading;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as schedules print them: {@code Monday, March 1, 2027}, {@code 1 Mar 2027}, ISO. */
final class PrintedDates {

  private static final String MONTH =
      "(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
  private static final Pattern ISO =
      Pattern.compile("\\b(?<year>\\d{4})-(?<number>\\d{2})-(?<day>\\d{2})\\b");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("\\b" + MONTH + " (?<day>\\d{1,2}),? (?<year>\\d{4})\\b");
  private static final Pattern DAY_FIRST =
      Pattern.compile("\\b(?<day>\\d{1,2})\\.? " + MONTH + ",? (?<year>\\d{4})\\b");
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "\\b(mon|tue|wed|thu|fri|sat|sun)(day|sday|nesday|rsday|urday|s|r|rs)?\\b\\.?");

  private PrintedDates() {}

  /** Empty if there is no day in the text, or one that does not exist, or on another weekday. */
  static Optional<LocalDate> in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    try {
      return Optional.of(lower)
          .flatMap(PrintedDates::date)
          .filter(date -> date.getYear() >= 1900 && date.getYear() < 2200)
          .filter(date -> fits(date, lower));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> date(String text) {
    Matcher iso = ISO.matcher(text);
    if (iso.find()) {
      return Optional.of(
          LocalDate.of(number(iso, "year"), number(iso, "number"), number(iso, "day")));
    }
    return named(MONTH_FIRST.matcher(text)).or(() -> named(DAY_FIRST.matcher(text)));
  }

  private static Optional<LocalDate> named(Matcher printed) {
    if (!printed.find()) {
      return Optional.empty();
    }
    Month month =
        Arrays.stream(Month.values())
            .filter(one -> one.name().toLowerCase(Locale.ROOT).startsWith(printed.group("month")))
            .findFirst()
            .orElseThrow();
    return Optional.of(LocalDate.of(number(printed, "year"), month, number(printed, "day")));
  }

  private static int number(Matcher matcher, String group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static boolean fits(LocalDate date, String text) {
    Matcher weekday = WEEKDAY.matcher(text);
    DayOfWeek day = date.getDayOfWeek();
    return !weekday.find() || day.name().toLowerCase(Locale.ROOT).startsWith(weekday.group(1));
  }
}
