package film.finalsay.greenlight;

import film.finalsay.film.FilmFinance.EstimatesSummary;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How forms and the one-page summary write what they both show. */
final class Words {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  private Words() {}

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** {@code 1 Mar 2027 to 28 Mar 2027 (28 days)}; empty if a day is missing. */
  static String schedule(GreenlightPackage filed) {
    LocalDate start = filed.scheduleStart();
    LocalDate end = filed.scheduleEnd();
    return start == null || end == null
        ? ""
        : "%s to %s (%d days)"
            .formatted(day(start), day(end), ChronoUnit.DAYS.between(start, end) + 1);
  }

  /** Without its figures, which stand beside the money. */
  static String sales(EstimatesSummary estimates) {
    return "%s, %s, %d %s"
        .formatted(
            estimates.agent(),
            day(estimates.date()),
            estimates.territories().size(),
            estimates.territories().size() == 1 ? "territory" : "territories");
  }
}
