package film.finalsay.film;

import static film.finalsay.approval.BusinessRuleException.forbidden;
import static film.finalsay.approval.BusinessRuleException.invalid;
import static film.finalsay.approval.BusinessRuleException.notFound;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Role;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import film.finalsay.sql.Sql;
import film.finalsay.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of interests: who has a stake in which matter of a film. */
@Service
@Transactional
public class Interests {

  private final JdbcClient jdbc;
  private final Films films;
  private final FilmBudgets budgets;
  private final Ledger ledger;
  private final Clock clock;

  Interests(JdbcClient jdbc, Films films, FilmBudgets budgets, Ledger ledger, Clock clock) {
    this.jdbc = jdbc;
    this.films = films;
    this.budgets = budgets;
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
      throw forbidden(
          "You declare your own interests; those of others are for the executive producer of %s to"
              + " declare.",
          filmId);
    }
    Film film = films.hold(filmId);
    films.requireCanLogIn(declared.person());
    requireAccount(film, declared.account());
    KeyHolder key = new GeneratedKeyHolder();
    Sql.insert(jdbc, "interest")
        .set("film_id", filmId)
        .set("person", declared.person())
        .set("nature", declared.nature())
        .set("description", declared.description())
        .set("matters", written(declared.matters()))
        .set("account", declared.account())
        .set("declared_by", viewer.person())
        .set("declared_at", clock.instant())
        .run(key, "id");
    Interest kept = find(filmId, key.getKeyAs(Long.class)).orElseThrow();
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
    films.hold(filmId);
    Interest interest =
        find(filmId, id)
            .filter(found -> found.endedAt() == null)
            .orElseThrow(
                () -> notFound("There is no interest %d on the register of %s.", id, filmId));
    if (interest.person().equals(viewer.person()) || !keepsRegister(viewer, filmId)) {
      throw forbidden(
          "An interest is ended by an executive producer of %s who does not have it.", filmId);
    }
    jdbc.sql("update interest set ended_by = :by, ended_at = :now where id = :id")
        .param("by", viewer.person())
        .param("now", SqlTime.of(clock.instant()))
        .param("id", id)
        .update();
    ledger.append(filmId, about(interest, Happening.INTEREST_ENDED, viewer));
  }

  /** In the order in which they were declared, ended ones included. */
  @Transactional(readOnly = true)
  public List<Interest> of(String filmId, int limit, long offset) {
    return interests(
            "order by id limit :limit offset :offset",
            Map.of("film", filmId, "limit", limit, "offset", offset))
        .list();
  }

  /**
   * Who may not decide a matter.
   *
   * @param accounts the budget accounts that it moves; empty if it concerns the film as a whole
   * @return by person, the interest that stands in the way; the first if there are several
   */
  @Transactional(readOnly = true)
  public Map<String, Interest> in(String filmId, ApprovalKind kind, Set<String> accounts) {
    return interests("and ended_at is null order by id", Map.of("film", filmId)).list().stream()
        .filter(interest -> interest.concerns(kind, accounts))
        .collect(
            Collectors.toMap(
                Interest::person,
                interest -> interest,
                (first, later) -> first,
                LinkedHashMap::new));
  }

  private Optional<Interest> find(String filmId, long id) {
    return interests("and id = :id", Map.of("film", filmId, "id", id)).optional();
  }

  private MappedQuerySpec<Interest> interests(String which, Map<String, ?> values) {
    return jdbc.sql("select * from interest where film_id = :film " + which)
        .params(values)
        .query(Interests::interest);
  }

  private static Interest interest(ResultSet row, int number) throws SQLException {
    String matters = row.getString("matters");
    return new Interest(
        row.getLong("id"),
        row.getString("film_id"),
        row.getString("person"),
        Interest.Nature.valueOf(row.getString("nature")),
        row.getString("description"),
        matters == null
            ? Set.of()
            : Stream.of(matters.split(",")).map(ApprovalKind::new).collect(Collectors.toSet()),
        row.getString("account"),
        row.getString("declared_by"),
        SqlTime.instant(row, "declared_at"),
        SqlTime.instant(row, "ended_at"));
  }

  private static String written(Set<ApprovalKind> matters) {
    return matters.isEmpty()
        ? null
        : matters.stream().sorted().map(ApprovalKind::name).collect(Collectors.joining(","));
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
      throw invalid("account", "the budget of %s has no account \"%s\".", film.inWords(), account);
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
        .with("matters", written(interest.matters()))
        .with("account", interest.account());
  }
}
