package film.finalsay.film;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.forbidden;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.ClaimedSteps;
import film.finalsay.approval.People;
import film.finalsay.approval.Role;
import film.finalsay.film.FilmGreenlight.Schedule;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may set up films and their teams, and which shooting days may be entered. */
@Service
@Transactional
public class FilmAdministration {

  private static final String PLANNED = "shootingDays";
  private static final String COMPLETED = "shootingDaysCompleted";
  private static final Set<Role> RUN_THE_DAY =
      EnumSet.of(Role.PRODUCER, Role.CO_EXECUTIVE_PRODUCER, Role.EXECUTIVE_PRODUCER);

  private final Films films;
  private final People people;
  private final FilmGreenlight greenlight;
  private final FilmSchedules schedules;
  private final Ledger ledger;
  private final ClaimedSteps claimed;
  private final Clock clock;

  FilmAdministration(
      Films films,
      People people,
      FilmGreenlight greenlight,
      FilmSchedules schedules,
      Ledger ledger,
      ClaimedSteps claimed,
      Clock clock) {
    this.films = films;
    this.people = people;
    this.greenlight = greenlight;
    this.schedules = schedules;
    this.ledger = ledger;
    this.claimed = claimed;
    this.clock = clock;
  }

  /**
   * Creates a film. An executive producer who creates one is on its team from today; an
   * administrator is not.
   *
   * @throws BusinessRuleException (forbidden) if this person may not, or (conflict) if the id is
   *     taken
   */
  public Film create(Film film, Viewer viewer) {
    if (viewer.administrator()) {
      return films.create(film, new Actor(viewer.person(), null));
    }
    Role executive = Role.EXECUTIVE_PRODUCER;
    if (!people.isIn(viewer.person(), executive)) {
      throw forbidden("Only administrators and executive producers create films.");
    }
    Actor actor = new Actor(viewer.person(), executive);
    films.create(film, actor);
    films.add(
        new TeamMember(film.id(), viewer.person(), executive, LocalDate.now(clock), null), actor);
    return film;
  }

  /**
   * @throws BusinessRuleException (forbidden) unless an administrator or the film's executive
   *     producer asks; a party to a greenlight that was given only by an administrator
   */
  public TeamMember join(TeamMember member, Viewer viewer) {
    requireMayChangeParty(member.filmId(), member.role(), viewer);
    return films.add(member, films.settingUp(viewer, member.filmId(), "change its team"));
  }

  /**
   * @throws BusinessRuleException (forbidden) as for {@link #join}, or (not found) if the person
   *     does not hold the role
   */
  public void leave(String filmId, String person, Role role, Viewer viewer) {
    requireMayChangeParty(filmId, role, viewer);
    films.remove(filmId, person, role, films.settingUp(viewer, filmId, "change its team"));
    claimed.giveBackWhatCannotBeAnswered(filmId);
  }

  /** Whoever decides would choose who has to consent to it, or that nobody has. */
  private void requireMayChangeParty(String filmId, Role role, Viewer viewer) {
    if (!viewer.administrator()
        && Role.PARTIES.contains(role)
        && greenlight.schedule(films.seenBy(viewer, filmId)).isPresent()) {
      throw forbidden(
          "%s is greenlit: who stands for the %s is for an administrator to change.",
          filmId, role.title());
    }
  }

  /**
   * Who decides a budget change goes by how much of the shoot is done.
   *
   * @throws BusinessRuleException (forbidden) unless one of its producers asks; (invalid) if more
   *     days are completed than planned, or than have passed of the schedule, or more are planned
   *     than it has; (conflict) if days are completed before the film is greenlit, or fewer are
   *     planned than it was greenlit with, or its schedule is locked: then nobody types them
   */
  public Film setShootingDays(String filmId, int planned, int completed, Viewer viewer) {
    Film seen = films.seenBy(viewer, filmId);
    Role role = films.roleAmong(RUN_THE_DAY, viewer.person(), seen, "set its shooting days");
    Film before = films.lock(filmId);
    schedules.lockedBy(before).ifPresent(lock -> refuseTyped(before, lock));
    if (completed > planned) {
      throw invalid(COMPLETED, "has to be at most %d, the days planned.", planned);
    }
    Optional<Schedule> schedule = greenlight.schedule(before);
    schedule.ifPresent(of -> requirePlannable(before, planned, of));
    if (completed > before.shootingDaysCompleted()) {
      requirePassed(before, completed, schedule);
    }
    Film film = before.withShootingDays(planned, completed);
    films.save(film);
    ledger.append(
        filmId,
        Event.of(Happening.SHOOTING_DAYS_SET)
            .by(viewer.person(), role)
            .with("planned", planned)
            .with("completed", completed));
    return film;
  }

  private static void refuseTyped(Film film, String lock) {
    throw conflict(
        "The schedule of %s is locked, by %s: its days are the days planned, and a countersigned"
            + " production report makes one of them a day shot. Nobody types these numbers.",
        film.inWords(), lock);
  }

  private static void requirePlannable(Film film, int planned, Schedule schedule) {
    if (planned < film.shootingDays()) {
      throw conflict(
          "%s was greenlit with %d shooting days, by %s; fewer would make more of the shoot count as"
              + " done. %s",
          film.inWords(), film.shootingDays(), schedule.approvalKey(), schedule.way());
    }
    if (schedule.to() != null && planned > film.shootingDays()) {
      long days = days(schedule.from(), schedule.to());
      if (planned > days) {
        throw invalid(
            PLANNED,
            "has to be at most %d, the days from %s to %s, the schedule of %s.",
            days,
            schedule.from(),
            schedule.to(),
            schedule.approvalKey());
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
                    conflict(
                        "%s is not greenlit, so no further day of it can have been shot.",
                        film.inWords()));
    long passed = Math.max(0, days(schedule.from(), LocalDate.now(clock)));
    if (completed > passed) {
      throw invalid(
          COMPLETED,
          "has to be at most %d: by %s, shooting begins on %s.",
          passed,
          schedule.approvalKey(),
          schedule.from());
    }
  }

  private static long days(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }
}
