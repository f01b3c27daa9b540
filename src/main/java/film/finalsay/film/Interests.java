package film.finalsay.film;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.People;
import film.finalsay.approval.Role;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of interests: who has a stake in which matter of a film. */
@Service
@Transactional
public class Interests {

  private final InterestRepository interests;
  private final Films films;
  private final FilmBudgets budgets;
  private final People people;
  private final Ledger ledger;
  private final Clock clock;

  Interests(
      InterestRepository interests,
      Films films,
      FilmBudgets budgets,
      People people,
      Ledger ledger,
      Clock clock) {
    this.interests = interests;
    this.films = films;
    this.budgets = budgets;
    this.people = people;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * What somebody declares.
   *
   * @param matters empty for every kind of approval
   * @param account null if it concerns the film as a whole
   */
  public record Declaration(
      String person,
      Interest.Nature nature,
      String description,
      Set<ApprovalKind> matters,
      String account) {}

  /**
   * Puts an interest on the register. Everybody on the team declares their own; an executive
   * producer of the film, or an administrator, anybody's.
   *
   * @throws BusinessRuleException (not found) if the film is not the viewer's, (forbidden) if it is
   *     another's interest, (invalid) if the person or the account is unknown
   */
  public Interest declare(String filmId, Declaration declared, Viewer viewer) {
    films.seenBy(viewer, filmId);
    if (!declared.person().equals(viewer.person()) && !keepsRegister(viewer, filmId)) {
      throw BusinessRuleException.forbidden(
          "You declare your own interests; those of others are for the executive producer of %s to"
              + " declare.".formatted(filmId));
    }
    Film film = films.lock(filmId);
    if (!people.exists(declared.person())) {
      throw BusinessRuleException.invalid(
          "person", "nobody with the id \"%s\" can log in.".formatted(declared.person()));
    }
    requireAccount(film, declared.account());
    Interest interest =
        new Interest(
            0,
            filmId,
            declared.person(),
            declared.nature(),
            declared.description(),
            declared.matters(),
            declared.account(),
            viewer.person(),
            clock.instant(),
            null);
    long id = interests.insert(interest);
    Interest kept = interests.find(filmId, id).orElseThrow();
    ledger.append(filmId, about(kept, Happening.INTEREST_DECLARED, viewer));
    return kept;
  }

  /**
   * Takes an interest off the register from now on; it stays readable. Nobody ends their own: they
   * would give themselves the decision back.
   *
   * @throws BusinessRuleException (not found) if there is none that stands, (forbidden) unless
   *     another executive producer of the film or an administrator ends it
   */
  public void end(String filmId, long id, Viewer viewer) {
    films.seenBy(viewer, filmId);
    films.lock(filmId);
    Interest interest =
        interests
            .find(filmId, id)
            .filter(found -> found.endedAt() == null)
            .orElseThrow(
                () ->
                    BusinessRuleException.notFound(
                        "There is no interest %d on the register of %s.".formatted(id, filmId)));
    if (interest.person().equals(viewer.person()) || !keepsRegister(viewer, filmId)) {
      throw BusinessRuleException.forbidden(
          "An interest is ended by an executive producer of %s who does not have it."
              .formatted(filmId));
    }
    interests.end(interest, viewer.person(), clock.instant());
    ledger.append(filmId, about(interest, Happening.INTEREST_ENDED, viewer));
  }

  /** In the order in which they were declared, ended ones included. */
  @Transactional(readOnly = true)
  public List<Interest> of(String filmId, int limit, long offset) {
    return interests.findAll(filmId, limit, offset);
  }

  /**
   * Who may not decide a matter.
   *
   * @param accounts the budget accounts that it moves; empty if it concerns the film as a whole
   * @return by person, the interest that stands in the way; the first if there are several
   */
  @Transactional(readOnly = true)
  public Map<String, Interest> in(String filmId, ApprovalKind kind, Set<String> accounts) {
    return interests.findStanding(filmId).stream()
        .filter(interest -> interest.concerns(kind, accounts))
        .collect(
            Collectors.toMap(
                Interest::person,
                interest -> interest,
                (first, later) -> first,
                LinkedHashMap::new));
  }

  /**
   * Why some of a team cannot decide, to follow the sentence that nobody can; empty if it is not
   * for an interest.
   */
  public static String recusedInWords(Map<String, Interest> recused, Set<String> team) {
    String who =
        recused.values().stream()
            .filter(interest -> team.contains(interest.person()))
            .map(interest -> "%s (%s)".formatted(interest.person(), interest.inWords()))
            .collect(Collectors.joining("; "));
    return who.isEmpty() ? "" : " Recused for an interest: %s.".formatted(who);
  }

  private void requireAccount(Film film, String account) {
    boolean known =
        account == null
            || budgets.figures(film).stream()
                .flatMap(figures -> figures.accounts().stream())
                .anyMatch(figures -> figures.number().equals(account));
    if (!known) {
      throw BusinessRuleException.invalid(
          "account", "the budget of %s has no account \"%s\".".formatted(film.inWords(), account));
    }
  }

  private boolean keepsRegister(Viewer viewer, String filmId) {
    return viewer.administrator()
        || films.rolesOf(viewer.person(), filmId).contains(Role.EXECUTIVE_PRODUCER);
  }

  private Event about(Interest interest, Happening happening, Viewer viewer) {
    return Event.of(happening)
        .by(viewer.person(), null)
        .with("interest", interest.id())
        .with("person", interest.person())
        .with("nature", interest.nature())
        .with("description", interest.description())
        .with(
            "matters",
            interest.matters().isEmpty()
                ? null
                : interest.matters().stream()
                    .sorted()
                    .map(ApprovalKind::name)
                    .collect(Collectors.joining(",")))
        .with("account", interest.account());
  }
}
