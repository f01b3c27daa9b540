package film.finalsay.film;

import film.finalsay.approval.People;
import film.finalsay.approval.Refusal;
import film.finalsay.approval.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
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
  private final Clock clock;

  FilmAdministration(Films films, People people, Clock clock) {
    this.films = films;
    this.people = people;
    this.clock = clock;
  }

  /**
   * Creates a film. An executive producer who creates one is on its team from today; an
   * administrator is not.
   *
   * @throws Refusal (forbidden) if this person may not, or (conflict) if the id is taken
   */
  public Film create(Film film, Viewer viewer) {
    boolean executive = people.isIn(viewer.person(), Role.EXECUTIVE_PRODUCER);
    if (!viewer.administrator() && !executive) {
      throw Refusal.forbidden("Only administrators and executive producers create films.");
    }
    films.create(film);
    if (!viewer.administrator()) {
      films.add(
          new TeamMember(
              film.id(), viewer.person(), Role.EXECUTIVE_PRODUCER, LocalDate.now(clock), null));
    }
    return film;
  }

  /**
   * @throws Refusal (forbidden) unless an administrator or the film's executive producer asks
   */
  public TeamMember join(TeamMember member, Viewer viewer) {
    films.seenBy(viewer, member.filmId());
    if (!viewer.administrator()) {
      require(viewer, member.filmId(), EnumSet.of(Role.EXECUTIVE_PRODUCER), "change its team");
    }
    return films.add(member);
  }

  /**
   * @throws Refusal (forbidden) unless one of its producers asks, or (invalid) if more days are
   *     completed than planned
   */
  public Film setShootingDays(String filmId, int planned, int completed, Viewer viewer) {
    films.seenBy(viewer, filmId);
    require(viewer, filmId, RUN_THE_DAY, "set its shooting days");
    if (completed > planned) {
      throw Refusal.invalid(
          "shootingDaysCompleted", "has to be at most %d, the days planned.".formatted(planned));
    }
    Film film = films.lock(filmId).withShootingDays(planned, completed);
    films.save(film);
    return film;
  }

  private void require(Viewer viewer, String filmId, Set<Role> roles, String what) {
    boolean holds = films.rolesOf(viewer.person(), filmId).stream().anyMatch(roles::contains);
    if (!holds) {
      throw Refusal.forbidden(
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
