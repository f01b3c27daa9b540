package film.finalsay.schedule.slip;

import film.finalsay.schedule.Schedule;
import film.finalsay.schedule.ShootingDay;
import film.finalsay.schedule.report.ProductionReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;

/**
 * How far a shoot is behind its schedule. The limits are not here: they stand in {@code
 * schedule-slip.dmn}.
 *
 * @param planned eighths of a page, of the days that have a countersigned report
 * @param shot eighths, by those reports
 * @param daysBehind pages planned less pages shot, in average days of the schedule; 0 if ahead
 * @param percentBehind the same in percent of the schedule
 * @param weekEnds whether the day is the last of its week on which is shot
 */
record SlipFacts(
    int planned, int shot, BigDecimal daysBehind, BigDecimal percentBehind, boolean weekEnds) {

  private static final int DECIMALS = 6;

  /**
   * @param reports that are countersigned
   * @param day of the last of them
   */
  static SlipFacts of(Schedule schedule, List<ProductionReport> reports, LocalDate day) {
    List<ProductionReport> on =
        reports.stream().filter(report -> schedule.on(report.shootingDate()).isPresent()).toList();
    int planned =
        on.stream()
            .map(report -> schedule.on(report.shootingDate()).orElseThrow())
            .mapToInt(ShootingDay::eighths)
            .sum();
    int shot = on.stream().mapToInt(ProductionReport::eighths).sum();
    int behind = Math.max(0, planned - shot);
    return new SlipFacts(
        planned,
        shot,
        share(behind, schedule.days().size(), schedule.eighths()),
        share(behind, 100, schedule.eighths()),
        weekEnds(schedule, day));
  }

  /** Rounded up, so that nothing beyond a limit is taken for being on it. */
  private static BigDecimal share(int behind, int of, int eighths) {
    return BigDecimal.valueOf((long) behind * of)
        .divide(BigDecimal.valueOf(eighths), DECIMALS, RoundingMode.UP);
  }

  private static boolean weekEnds(Schedule schedule, LocalDate day) {
    LocalDate sunday = day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    return schedule.days().stream()
        .map(ShootingDay::date)
        .noneMatch(date -> date.isAfter(day) && !date.isAfter(sunday));
  }

  /** As the slip table names them. */
  Map<String, Object> byName() {
    return Map.of(
        "daysBehind", daysBehind.toPlainString(),
        "percentBehind", percentBehind.toPlainString(),
        "weekEnds", weekEnds);
  }

  /** {@code 1.5}: two decimals at most, and no more of them than it needs. */
  String days() {
    return plain(daysBehind);
  }

  String percent() {
    return plain(percentBehind);
  }

  private static String plain(BigDecimal figure) {
    BigDecimal rounded = figure.setScale(2, RoundingMode.UP).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
  }
}
