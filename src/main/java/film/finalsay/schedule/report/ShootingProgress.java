package film.finalsay.schedule.report;

import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.film.FilmSchedules;
import film.finalsay.film.Films;
import film.finalsay.film.Phase;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import film.finalsay.schedule.Schedule;
import film.finalsay.schedule.Schedules;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far the shoot is by the locked schedule and the countersigned reports: the film's days
 * planned and shot, and its phase, come from nowhere else.
 */
@Service
@Transactional(readOnly = true)
public class ShootingProgress implements FilmSchedules {

  private final Schedules schedules;
  private final ProductionReportRepository reports;
  private final Films films;
  private final Ledger ledger;

  ShootingProgress(
      Schedules schedules, ProductionReportRepository reports, Films films, Ledger ledger) {
    this.schedules = schedules;
    this.reports = reports;
    this.films = films;
    this.ledger = ledger;
  }

  @Override
  public Optional<String> lockedBy(Film film) {
    return schedules.locked(film).map(Schedule::lockedBy);
  }

  @Override
  public Film inItsPhase(Film film) {
    return schedules.locked(film).map(schedule -> counted(film, schedule)).orElse(film);
  }

  /**
   * Counts the film's days anew, and moves it to the phase that follows. Call it with the film
   * locked.
   *
   * @param approvalKey by which another schedule was locked; null if a report was countersigned
   */
  @Transactional
  public Film recount(Film before, String approvalKey, String person, Role role) {
    Film film = inItsPhase(before);
    films.save(film);
    Event counted =
        Event.of(Happening.SHOOTING_DAYS_SET)
            .by(person, role)
            .with("planned", film.shootingDays())
            .with("completed", film.shootingDaysCompleted())
            .with("phase", film.phase());
    ledger.append(film.id(), approvalKey == null ? counted : counted.on(approvalKey));
    return film;
  }

  /** The days that have a report, countersigned or not: no schedule leaves them out. */
  public Set<LocalDate> reported(Film film) {
    return reports.all(film.id()).stream()
        .map(ProductionReport::shootingDate)
        .collect(Collectors.toSet());
  }

  /** In the order of their days. */
  public List<ProductionReport> countersigned(Film film) {
    return reports.all(film.id()).stream().filter(ProductionReport::isCountersigned).toList();
  }

  private Film counted(Film film, Schedule schedule) {
    List<ProductionReport> reported =
        countersigned(film).stream()
            .filter(report -> schedule.on(report.shootingDate()).isPresent())
            .toList();
    int shot = (int) reported.stream().filter(report -> report.eighths() > 0).count();
    Phase reached = film.phase();
    if (reached.isBeingMade()) {
      reached = reported.isEmpty() ? Phase.PRE_PRODUCTION : Phase.PRODUCTION;
    }
    if (reached == Phase.PRODUCTION && reported.size() == schedule.days().size()) {
      reached = Phase.POST_PRODUCTION;
    }
    return film.counted(reached, schedule.days().size(), shot);
  }
}
