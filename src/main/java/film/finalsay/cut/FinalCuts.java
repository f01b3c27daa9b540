package film.finalsay.cut;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.LoginName;
import film.finalsay.approval.Role;
import film.finalsay.approval.Scope;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import film.finalsay.sql.Sql;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whose the final cut of each film is, and how long the director's cut has. */
@Service
@Transactional
public class FinalCuts {

  private static final Set<Role> EXECUTIVE = EnumSet.of(Role.EXECUTIVE_PRODUCER);
  private static final Set<Role> PRODUCERS =
      EnumSet.of(Role.PRODUCER, Role.CO_EXECUTIVE_PRODUCER, Role.EXECUTIVE_PRODUCER);
  private static final Set<Role> DIRECTOR = EnumSet.of(Role.DIRECTOR);

  private static final int MAX_LOGIN = 64;
  private static final int MOST_DAYS = 365;
  private static final int MOST_MINUTES = 1_000;

  private final JdbcClient jdbc;
  private final CutRepository cuts;
  private final Films films;
  private final Ledger ledger;
  private final Clock clock;

  FinalCuts(JdbcClient jdbc, CutRepository cuts, Films films, Ledger ledger, Clock clock) {
    this.jdbc = jdbc;
    this.cuts = cuts;
    this.films = films;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Whose the final cut is today.
   *
   * @param role the director's or the executive producer's
   * @param person null for whoever holds that role
   */
  public record Holder(Role role, String person) {

    /** As a sentence says it: {@code the director (director1)}. */
    public String inWords() {
      return "the " + role.title() + (person == null ? "" : " (" + person + ")");
    }

    boolean is(String login) {
      return person == null || LoginName.same(person, login);
    }
  }

  @Transactional(readOnly = true)
  public FinalCut of(Film film) {
    return jdbc.sql("select * from final_cut where film_id = :film")
        .param("film", film.id())
        .query(Sql.rows(FinalCut.class))
        .optional()
        .orElseGet(() -> FinalCut.unsaid(film));
  }

  /** Whoever is not on the team any more in a role that may hold it, does not. */
  @Transactional(readOnly = true)
  public Holder holder(Film film) {
    return Optional.ofNullable(of(film).holder())
        .flatMap(person -> roleOfHolder(film, person).map(role -> new Holder(role, person)))
        .orElse(new Holder(Role.EXECUTIVE_PRODUCER, null));
  }

  private Optional<Role> roleOfHolder(Film film, String person) {
    Set<Role> roles = films.rolesOf(person, film.id());
    return roles.contains(Role.EXECUTIVE_PRODUCER)
        ? Optional.of(Role.EXECUTIVE_PRODUCER)
        : Optional.of(Role.DIRECTOR).filter(roles::contains);
  }

  /**
   * Says whose the final cut is, how long the director's cut has, and the running time by contract,
   * in place of what was said.
   *
   * @param sent {@code holder}, {@code directorsCutDays}, {@code shortestMinutes} and {@code
   *     longestMinutes}, each of which may be left out
   * @throws BusinessRuleException if a field is wrong; (forbidden) if this person is no executive
   *     producer of the film; (conflict) if a picture lock is open, or the director's cut has begun
   *     and would have fewer days
   */
  public FinalCut set(String filmId, Map<String, ?> sent, String person) {
    Film film = films.lock(filmId);
    Role role =
        films.roleAmong(EXECUTIVE, person, film, Scope.CREATIVE, "say whose its final cut is");
    FinalCut before = of(film);
    Inputs inputs = Inputs.of(sent);
    FinalCut after =
        new FinalCut(
            filmId,
            holder(film, inputs),
            whole(inputs, "directorsCutDays", MOST_DAYS).orElse(FinalCut.USUAL_DAYS),
            before.directorsCutFrom(),
            before.handedOverOn(),
            whole(inputs, "shortestMinutes", MOST_MINUTES).orElse(null),
            whole(inputs, "longestMinutes", MOST_MINUTES).orElse(null));
    inputs.requireNothingElse();
    if (after.shortestMinutes() != null
        && after.longestMinutes() != null
        && after.shortestMinutes() > after.longestMinutes()) {
      throw invalid("longestMinutes", "has to be at least the shortest running time.");
    }
    if (before.hasBegun(today()) && after.directorsCutDays() < before.directorsCutDays()) {
      throw conflict(
          "The director's cut of %s has begun, with %d days: it may get more of them, and not fewer.",
          film.inWords(), before.directorsCutDays());
    }
    requireNoLockOpen(film);
    save(after);
    ledger.append(
        filmId,
        Event.of(Happening.FINAL_CUT_SET)
            .by(person, role)
            .with("holder", after.holder())
            .with("directorsCutDays", after.directorsCutDays())
            .with("shortestMinutes", after.shortestMinutes())
            .with("longestMinutes", after.longestMinutes()));
    return after;
  }

  private String holder(Film film, Inputs sent) {
    Optional<String> holder = sent.optionalText("holder", MAX_LOGIN);
    holder
        .filter(person -> roleOfHolder(film, person).isEmpty())
        .ifPresent(
            person -> {
              throw invalid(
                  "holder",
                  "%s is neither executive producer nor director of %s today; nobody else holds"
                      + " the final cut.",
                  person,
                  film.inWords());
            });
    return holder.orElse(null);
  }

  private static Optional<Integer> whole(Inputs sent, String field, int most) {
    Optional<Integer> number = sent.optionalOrdinal(field);
    number
        .filter(found -> found > most)
        .ifPresent(
            found -> {
              throw invalid(field, "has to be a whole number from 1 to %d.", most);
            });
    return number;
  }

  /** Whoever was asked to lock the picture was asked as who holds the final cut. */
  private void requireNoLockOpen(Film film) {
    jdbc
        .sql(
            """
            select approval_key from approval
            where film_id = :film and kind = 'PICTURE_LOCK' and settled_at is null
            """)
        .param("film", film.id())
        .query(String.class)
        .list()
        .stream()
        .findFirst()
        .ifPresent(
            open -> {
              throw conflict("%s is open, and is decided by who holds the final cut now.", open);
            });
  }

  /**
   * Says when the director's cut begins.
   *
   * @param sent {@code from}, today or later
   * @throws BusinessRuleException if it is no such day; (forbidden) if this person is no producer;
   *     (conflict) if it has begun already, or the film is not in post-production
   */
  public FinalCut begin(String filmId, Map<String, ?> sent, String person) {
    Film film = films.lock(filmId);
    Role role = films.roleAmong(PRODUCERS, person, film, "say when its director's cut begins");
    Inputs inputs = Inputs.of(sent);
    LocalDate from =
        inputs
            .optionalDate("from")
            .orElseThrow(
                () ->
                    invalid("from", "is missing; the first day of the director's cut is needed."));
    inputs.requireNothingElse();
    CutRules.requireInPost(film);
    FinalCut before = of(film);
    if (before.hasBegun(today()) && !from.equals(before.directorsCutFrom())) {
      throw conflict(
          "The director's cut of %s has begun on %s.", film.inWords(), before.directorsCutFrom());
    }
    if (from.isBefore(today()) && !from.equals(before.directorsCutFrom())) {
      throw invalid("from", "has to be today or later: the director's days are not counted back.");
    }
    FinalCut after = before.beginning(from);
    save(after);
    ledger.append(
        filmId,
        Event.of(Happening.DIRECTORS_CUT_BEGUN)
            .by(person, role)
            .with("from", from)
            .with("days", after.directorsCutDays())
            .with("openFrom", after.openFrom()));
    return after;
  }

  /**
   * The director agrees that the others follow before the days are over.
   *
   * @param sent {@code comment}
   * @throws BusinessRuleException if a field is wrong; (forbidden) if this person does not direct
   *     the film; (conflict) if it was said already, or the film is not in post-production
   */
  public FinalCut handOver(String filmId, Map<String, ?> sent, String person) {
    Film film = films.lock(filmId);
    Role role = films.roleAmong(DIRECTOR, person, film, "hand over its cut earlier");
    Inputs inputs = Inputs.of(sent);
    String comment = inputs.longText("comment");
    inputs.requireNothingElse();
    CutRules.requireInPost(film);
    FinalCut before = of(film);
    if (before.handedOverOn() != null) {
      throw conflict(
          "The cut of %s was handed over on %s already.", film.inWords(), before.handedOverOn());
    }
    FinalCut after = before.handedOver(today());
    save(after);
    ledger.append(
        filmId, Event.of(Happening.CUT_HANDED_OVER).by(person, role).with("comment", comment));
    return after;
  }

  /** Why only the director's cut may be submitted yet, in a sentence; empty once all may. */
  @Transactional(readOnly = true)
  public Optional<String> directorsTime(Film film) {
    FinalCut agreed = of(film);
    if (agreed.handedOverOn() != null
        || cuts.handedIn(film.id(), CutStage.DIRECTORS_CUT).isPresent()) {
      return Optional.empty();
    }
    LocalDate open = agreed.openFrom();
    if (open == null) {
      return Optional.of(
          "The director's cut of %s has not begun: a producer says when it does, and it has %d days."
              .formatted(film.inWords(), agreed.directorsCutDays()));
    }
    return today().isBefore(open)
        ? Optional.of(
            "The director of %s has until %s for the director's cut, unless it is handed in before or the director agrees to hand over earlier."
                .formatted(film.inWords(), open.minusDays(1)))
        : Optional.empty();
  }

  private void save(FinalCut after) {
    Sql.insert(jdbc, "final_cut").set(after).save("film_id");
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
