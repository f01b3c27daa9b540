package film.finalsay.film;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.film.FilmGreenlight.Schedule;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Which shooting days may be entered: who decides a budget change goes by how much of the shoot is
 * done.
 */
@Component
class ShootingDays {

  private static final String PLANNED = "shootingDays";
  private static final String COMPLETED = "shootingDaysCompleted";

  private final FilmGreenlight greenlight;
  private final Clock clock;

  ShootingDays(FilmGreenlight greenlight, Clock clock) {
    this.greenlight = greenlight;
    this.clock = clock;
  }

  /**
   * @param film as it is
   * @throws BusinessRuleException (invalid) if more days are completed than planned, or than have
   *     passed of the schedule, or more are planned than it has; (conflict) if days are completed
   *     before the film is greenlit, or fewer are planned than it was greenlit with
   */
  void require(Film film, int planned, int completed) {
    if (completed > planned) {
      throw BusinessRuleException.invalid(
          COMPLETED, "has to be at most %d, the days planned.".formatted(planned));
    }
    Optional<Schedule> schedule = greenlight.schedule(film);
    schedule.ifPresent(of -> requirePlannable(film, planned, of));
    if (completed > film.shootingDaysCompleted()) {
      requirePassed(film, completed, schedule);
    }
  }

  private static void requirePlannable(Film film, int planned, Schedule schedule) {
    if (planned < film.shootingDays()) {
      throw BusinessRuleException.conflict(
          "%s was greenlit with %d shooting days, by %s; fewer would make more of the shoot count as done. %s"
              .formatted(
                  film.inWords(), film.shootingDays(), schedule.approvalKey(), schedule.way()));
    }
    if (schedule.to() != null && planned > film.shootingDays()) {
      long days = days(schedule.from(), schedule.to());
      if (planned > days) {
        throw BusinessRuleException.invalid(
            PLANNED,
            "has to be at most %d, the days from %s to %s, the schedule of %s."
                .formatted(days, schedule.from(), schedule.to(), schedule.approvalKey()));
      }
    }
  }

  /** Days that were entered before are corrected downwards at any time. */
  private void requirePassed(Film film, int completed, Optional<Schedule> greenlit) {
    Schedule schedule =
        greenlit
            .filter(one -> !one.conditional())
            .orElseThrow(
                () ->
                    BusinessRuleException.conflict(
                        "%s is not greenlit, so no further day of it can have been shot."
                            .formatted(film.inWords())));
    LocalDate today = LocalDate.now(clock);
    long passed = Math.max(0, days(schedule.from(), today));
    if (completed > passed) {
      throw BusinessRuleException.invalid(
          COMPLETED,
          "has to be at most %d: by %s, shooting begins on %s."
              .formatted(passed, schedule.approvalKey(), schedule.from()));
    }
  }

  private static long days(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }
}
