package film.finalsay.schedule.web;

import film.finalsay.schedule.Pages;
import film.finalsay.schedule.Schedule;
import film.finalsay.schedule.ShootingDay;
import film.finalsay.schedule.Strip;
import film.finalsay.schedule.TimeOfDay;
import film.finalsay.web.Csv;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * A version of a schedule.
 *
 * @param baseline whether it is the one that counts
 * @param lockedBy the approval that locked it; null if none did
 * @param pages as in {@code 92 4/8}
 * @param eighthsADay on average, rounded down
 * @param unscheduled scenes of the locked script that it leaves out
 * @param omitted scenes that it has, and that a revision set has omitted since
 * @param warnings days with much or little for a unit
 */
record ScheduleView(
    String film,
    int version,
    boolean baseline,
    String lockedBy,
    Instant lockedAt,
    String savedBy,
    Instant savedAt,
    String fileSha256,
    LocalDate firstDay,
    LocalDate wrapDate,
    int shootingDays,
    int eighths,
    String pages,
    int eighthsADay,
    int companyMoves,
    List<String> unscheduled,
    List<String> omitted,
    List<String> warnings,
    List<DayView> days) {

  /** What is shot in one go. */
  record StripView(
      String unit,
      String location,
      List<String> scenes,
      int eighths,
      List<String> cast,
      TimeOfDay dayOrNight) {

    static StripView of(Strip strip) {
      return new StripView(
          strip.unit(),
          strip.location(),
          strip.sceneNumbers(),
          strip.eighths(),
          Arrays.stream(strip.castNumbers().split(",")).filter(one -> !one.isEmpty()).toList(),
          strip.timeOfDay());
    }
  }

  record DayView(
      int day,
      LocalDate date,
      int eighths,
      String pages,
      int companyMoves,
      List<String> locations,
      List<StripView> strips) {

    /**
     * @param day null for none
     */
    static DayView of(ShootingDay day) {
      return day == null
          ? null
          : new DayView(
              day.number(),
              day.date(),
              day.eighths(),
              Pages.inWords(day.eighths()),
              day.companyMoves(),
              day.locations(),
              day.strips().stream().map(StripView::of).toList());
    }
  }

  /** The same as a file that imports back. */
  static Csv written(Schedule schedule) {
    Csv csv = new Csv("date", "unit", "location", "scenes", "eighths", "cast", "D/N");
    for (Strip strip : schedule.strips()) {
      csv.line(
          strip.shootingDate(),
          strip.unit(),
          strip.location(),
          strip.scenes(),
          strip.eighths(),
          strip.castNumbers(),
          strip.timeOfDay());
    }
    return csv;
  }
}
