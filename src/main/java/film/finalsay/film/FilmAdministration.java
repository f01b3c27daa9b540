package film.finalsay.film;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.ClaimedSteps;
import film.finalsay.approval.People;
import film.finalsay.approval.Role;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may set up films and their teams. */
@Service
@Transactional
public class FilmAdministration {

  private static final Set<Role> RUN_THE_DAY =
      EnumSet.of(Role.PRODUCER, Role.CO_EXECUTIVE_PRODUCER, Role.EXECUTIVE_PRODUCER);

  private final Films films;
  private final People people;
  private final ShootingDays shooting;
  private final Ledger ledger;
  private final ClaimedSteps claimed;
  private final Clock clock;

  FilmAdministration(
      Films films,
      People people,
      ShootingDays shooting,
      Ledger ledger,
      ClaimedSteps claimed,
      Clock clock) {
    this.shooting = shooting;
    this.claimed = claimed;
    this.ledger = ledger;
    this.films = films;
    this.people = people;
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
    boolean executive = people.isIn(viewer.person(), Role.EXECUTIVE_PRODUCER);
    if (!viewer.administrator() && !executive) {
      throw BusinessRuleException.forbidden(
          "Only administrators and executive producers create films.");
    }
    Actor actor = actor(viewer);
    films.create(film, actor);
    if (!viewer.administrator()) {
      films.add(
          new TeamMember(
              film.id(), viewer.person(), Role.EXECUTIVE_PRODUCER, LocalDate.now(clock), null),
          actor);
    }
    return film;
  }

  /**
   * @throws BusinessRuleException (forbidden) unless an administrator or the film's executive
   *     producer asks
   */
  public TeamMember join(TeamMember member, Viewer viewer) {
    requireMayChangeTeam(viewer, member.filmId());
    return films.add(member, actor(viewer));
  }

  /**
   * @throws BusinessRuleException (forbidden) unless an administrator or the film's executive
   *     producer asks, or (not found) if the person does not hold the role
   */
  public void leave(String filmId, String person, Role role, Viewer viewer) {
    requireMayChangeTeam(viewer, filmId);
    films.remove(filmId, person, role, actor(viewer));
    claimed.giveBackWhatCannotBeAnswered(filmId);
  }

  private void requireMayChangeTeam(Viewer viewer, String filmId) {
    films.seenBy(viewer, filmId);
    if (!viewer.administrator()) {
      require(viewer, filmId, EnumSet.of(Role.EXECUTIVE_PRODUCER), "change its team");
    }
  }

  /** Whoever sets up a film does so as an administrator or as an executive producer. */
  private static Actor actor(Viewer viewer) {
    return new Actor(viewer.person(), viewer.administrator() ? null : Role.EXECUTIVE_PRODUCER);
  }

  /**
   * @throws BusinessRuleException (forbidden) unless one of its producers asks, or as {@link
   *     ShootingDays} says
   */
  public Film setShootingDays(String filmId, int planned, int completed, Viewer viewer) {
    films.seenBy(viewer, filmId);
    require(viewer, filmId, RUN_THE_DAY, "set its shooting days");
    Film before = films.lock(filmId);
    shooting.require(before, planned, completed);
    Film film = before.withShootingDays(planned, completed);
    films.save(film);
    ledger.append(
        filmId,
        Event.of(Happening.SHOOTING_DAYS_SET)
            .by(viewer.person(), highestRole(viewer.person(), filmId))
            .with("planned", planned)
            .with("completed", completed));
    return film;
  }

  private Role highestRole(String person, String filmId) {
    return films.rolesOf(person, filmId).stream()
        .filter(RUN_THE_DAY::contains)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private void require(Viewer viewer, String filmId, Set<Role> roles, String what) {
    boolean holds = films.rolesOf(viewer.person(), filmId).stream().anyMatch(roles::contains);
    if (!holds) {
      throw BusinessRuleException.forbidden(
          "Only %s on the team of %s may %s."
              .formatted(
                  String.join(
                      " or ",
                      Arrays.stream(Role.values())
                          .filter(roles::contains)
                          .map(Role::title)
                          .toList()),
                  filmId,
                  what));
    }
  }
}
