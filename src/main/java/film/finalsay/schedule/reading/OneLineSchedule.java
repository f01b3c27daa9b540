package film.finalsay.schedule.reading;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.film.FilmScripts.SceneSummary;
import film.finalsay.schedule.Pages;
import film.finalsay.schedule.Strip;
import film.finalsay.schedule.TimeOfDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a one-line schedule as scheduling software prints it: a strip a line, its day in a column,
 * in a line over the strips of the day ({@code Day 1, Monday, March 1, 2027}) or in one that ends
 * them ({@code End of Day 1 -- Monday, March 1, 2027 -- Total Pages: 4 7/8}). Every line is either
 * understood or refused with its number; printed totals are held against the strips.
 */
final class OneLineSchedule {

  private static final int MAX_STRIPS = 1_000;
  private static final int MAX_UNIT = 40;
  private static final int MAX_LOCATION = 200;
  private static final String MAIN_UNIT = "Main";

  private static final Pattern END_OF_DAY =
      Pattern.compile("(?i)end (of )?(shooting )?day\\b.*|total pages\\b.*");
  private static final Pattern BEGINNING_OF_DAY =
      Pattern.compile("(?i)(shooting )?day *#? *\\d+\\b.*");
  private static final Pattern NOTHING_SHOT =
      Pattern.compile(
          "(?i)(company move|unit move|move to|lunch|days? off|holiday|travel|weekend|hiatus)\\b.*");
  private static final Pattern PAGES =
      Pattern.compile("(?:(\\d{1,3}) +)?([0-7])/8|(\\d{1,3})(?:\\.0*)?");
  private static final Pattern PRINTED_PAGES =
      Pattern.compile("(?i)pages?:? *((?:\\d{1,4} +)?[0-7]/8|\\d{1,4})(?![\\d/])");
  private static final Pattern CAST = Pattern.compile("[0-9]{1,4}[A-Z]{0,2}");

  private final SceneNumbers scenes;
  private final List<Strip> strips = new ArrayList<>();

  /** Strips whose day comes in a line below them. */
  private final List<Strip> open = new ArrayList<>();

  private ScheduleLine firstOpen;
  private LocalDate heading;

  private OneLineSchedule(List<SceneSummary> locked) {
    this.scenes = new SceneNumbers(locked);
  }

  /**
   * @param locked every scene number of the locked script, in its order
   * @return the strips in the order of the file, at least one
   * @throws BusinessRuleException (invalid) naming the line and what is wrong with it
   */
  static List<Strip> read(byte[] file, List<SceneSummary> locked) {
    OneLineSchedule schedule = new OneLineSchedule(locked);
    List<ScheduleLine> lines = ScheduleLines.read(file);
    lines.forEach(schedule::read);
    if (!schedule.open.isEmpty()) {
      throw schedule.firstOpen.wrong(
          "has no day: neither a column \"date\", nor a line over it such as \"Day 1, Monday, March"
              + " 1, 2027\", nor one under it such as \"End of Day 1 -- Monday, March 1, 2027\"");
    }
    if (schedule.strips.isEmpty()) {
      throw ScheduleLine.at(1, "no scene is scheduled under the header");
    }
    return schedule.strips;
  }

  private void read(ScheduleLine line) {
    String label = line.label();
    if (END_OF_DAY.matcher(label).matches()) {
      endDay(line);
    } else if (BEGINNING_OF_DAY.matcher(label).matches() && isAlone(line)) {
      requireNoneOpen();
      heading = date(line, label);
    } else if (!(NOTHING_SHOT.matcher(label).matches() && isAlone(line))) {
      add(line);
    }
  }

  private static boolean isAlone(ScheduleLine line) {
    return !line.has(Column.SCENES) || line.cell(Column.SCENES).equals(line.label());
  }

  private void add(ScheduleLine line) {
    if (strips.size() + open.size() == MAX_STRIPS) {
      throw line.wrong("is one strip more than the %d that a schedule may have", MAX_STRIPS);
    }
    LocalDate day = line.has(Column.DATE) ? date(line, line.cell(Column.DATE)) : heading;
    Strip strip =
        new Strip(
            day,
            line.has(Column.UNIT) ? shortened(line, Column.UNIT, MAX_UNIT) : MAIN_UNIT,
            location(line),
            scenes.in(line),
            eighths(line),
            cast(line),
            timeOfDay(line));
    if (day == null) {
      firstOpen = open.isEmpty() ? line : firstOpen;
      open.add(strip);
    } else {
      requireNoneOpen();
      strips.add(strip);
    }
  }

  private void requireNoneOpen() {
    if (!open.isEmpty()) {
      throw firstOpen.wrong("has no day, and a day begins below it");
    }
  }

  /** Gives the strips above it their day, unless they have it, and adds them up. */
  private void endDay(ScheduleLine line) {
    String text = String.join(" ", line.cells().values());
    Optional<LocalDate> printed = PrintedDates.in(text);
    if (!open.isEmpty()) {
      LocalDate day = date(line, text);
      open.forEach(strip -> strips.add(on(day, strip)));
      open.clear();
    } else if (printed.isEmpty() && heading == null && line.label().matches("(?i)end.*")) {
      throw noDay(line);
    }
    Matcher pages = PRINTED_PAGES.matcher(text);
    if (pages.find()) {
      LocalDate day = printed.orElse(heading);
      boolean all = line.label().matches("(?i)total.*");
      int counted =
          strips.stream()
              .filter(strip -> all || strip.shootingDate().equals(day))
              .mapToInt(Strip::eighths)
              .sum();
      if (!Pages.inWords(counted).equals(Pages.inWords(eighths(line, pages.group(1))))) {
        throw line.wrong(
            "says %s pages, and the strips above it add up to %s",
            pages.group(1), Pages.inWords(counted));
      }
    }
    heading = null;
  }

  private static Strip on(LocalDate day, Strip strip) {
    return new Strip(
        day,
        strip.unit(),
        strip.location(),
        strip.scenes(),
        strip.eighths(),
        strip.castNumbers(),
        strip.timeOfDay());
  }

  private static LocalDate date(ScheduleLine line, String text) {
    return PrintedDates.in(text).orElseThrow(() -> noDay(line));
  }

  private static BusinessRuleException noDay(ScheduleLine line) {
    return line.wrong(
        "names no day that there is; write it as 2027-03-01 or Monday, March 1, 2027, with its own"
            + " weekday, if any");
  }

  private static String location(ScheduleLine line) {
    Column column = line.has(Column.LOCATION) ? Column.LOCATION : Column.SET;
    if (!line.has(column)) {
      throw line.wrong(Column.LOCATION, "is missing");
    }
    return shortened(line, column, MAX_LOCATION);
  }

  private static String shortened(ScheduleLine line, Column column, int most) {
    String text = line.cell(column);
    if (text.length() > most) {
      throw line.wrong(column, "has %d characters; at most %d fit", text.length(), most);
    }
    return text;
  }

  private static int eighths(ScheduleLine line) {
    int eighths = 0;
    if (line.cell(Column.EIGHTHS).matches("\\d{1,4}")) {
      eighths = Integer.parseInt(line.cell(Column.EIGHTHS));
    } else if (!line.has(Column.EIGHTHS)) {
      eighths = eighths(line, line.cell(Column.PAGES));
    }
    if (eighths < 1 || eighths > 99 * Pages.EIGHTHS) {
      throw noPages(line);
    }
    return eighths;
  }

  private static int eighths(ScheduleLine line, String text) {
    Matcher pages = PAGES.matcher(text);
    if (!pages.matches()) {
      throw noPages(line);
    }
    if (pages.group(3) != null) {
      return Integer.parseInt(pages.group(3)) * Pages.EIGHTHS;
    }
    int whole = pages.group(1) == null ? 0 : Integer.parseInt(pages.group(1));
    return whole * Pages.EIGHTHS + Integer.parseInt(pages.group(2));
  }

  private static BusinessRuleException noPages(ScheduleLine line) {
    return line.wrong(
        Column.PAGES,
        "has to be pages and eighths, from 1/8 to 99, as in 1 3/8; a spreadsheet takes 3/8 for a day"
            + " unless the column is text, or says eighths");
  }

  private static String cast(ScheduleLine line) {
    List<String> numbers =
        List.of(line.cell(Column.CAST).toUpperCase(Locale.ROOT).split("[,;.\\s]+"));
    for (String number : numbers) {
      if (!number.isEmpty() && !CAST.matcher(number).matches()) {
        throw line.wrong(Column.CAST, "has to be cast numbers, as in 1, 2, 5");
      }
    }
    return numbers.stream()
        .filter(number -> !number.isEmpty())
        .distinct()
        .collect(Collectors.joining(","));
  }

  private static TimeOfDay timeOfDay(ScheduleLine line) {
    return switch (line.cell(Column.DAY_OR_NIGHT).toLowerCase(Locale.ROOT)) {
      case "d", "day", "morning", "afternoon" -> TimeOfDay.DAY;
      case "n", "night", "evening" -> TimeOfDay.NIGHT;
      case "dawn", "sunrise" -> TimeOfDay.DAWN;
      case "dusk", "sunset" -> TimeOfDay.DUSK;
      default -> throw line.wrong(Column.DAY_OR_NIGHT, "has to be day, night, dawn or dusk");
    };
  }
}
