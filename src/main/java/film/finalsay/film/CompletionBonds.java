package film.finalsay.film;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Role;
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

/** From when on the bond of each film is in force. */
@Service
@Transactional
public class CompletionBonds {

  private static final String IN_FORCE_FROM = "inForceFrom";
  private static final Set<Role> SETTING =
      EnumSet.of(Role.PRODUCER, Role.CO_EXECUTIVE_PRODUCER, Role.EXECUTIVE_PRODUCER);

  private final JdbcClient jdbc;
  private final Films films;
  private final Ledger ledger;
  private final Clock clock;

  CompletionBonds(JdbcClient jdbc, Films films, Ledger ledger, Clock clock) {
    this.jdbc = jdbc;
    this.films = films;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Says from when on the bond is in force.
   *
   * @param sent {@code inForceFrom}
   * @throws BusinessRuleException (invalid) if that is no day, (forbidden) unless a producer or
   *     somebody above says it, (conflict) if the film is greenlit and its guarantor would be asked
   *     for consent later than it is now
   */
  public CompletionBond set(String filmId, Map<String, ?> sent, String person) {
    Film film = films.lock(filmId);
    Role role = films.roleAmong(SETTING, person, film, "say from when on its bond is in force");
    Inputs inputs = Inputs.of(sent);
    LocalDate from =
        inputs
            .optionalDate(IN_FORCE_FROM)
            .orElseThrow(() -> invalid(IN_FORCE_FROM, "is missing; a day is needed."));
    inputs.requireNothingElse();
    requireTakesNothingAway(film, from);
    CompletionBond bond = new CompletionBond(from, person, clock.instant());
    Sql.insert(jdbc, "completion_bond").set("film_id", filmId).set(bond).save("film_id");
    ledger.append(
        filmId, Event.of(Happening.COMPLETION_BOND_SET).by(person, role).with(IN_FORCE_FROM, from));
    return bond;
  }

  /**
   * @return empty while nobody has said from when on there is one
   */
  @Transactional(readOnly = true)
  public Optional<CompletionBond> of(String filmId) {
    return jdbc.sql("select * from completion_bond where film_id = :film")
        .param("film", filmId)
        .query(Sql.rows(CompletionBond.class))
        .optional();
  }

  /** Whether the guarantor's consent counts today; it does where nobody has said from when on. */
  @Transactional(readOnly = true)
  public boolean isInForce(String filmId) {
    return of(filmId).stream().noneMatch(bond -> bond.inForceFrom().isAfter(today()));
  }

  /** What the guarantor has a say in once a film is greenlit is not put off by one person. */
  private void requireTakesNothingAway(Film film, LocalDate from) {
    LocalDate latest =
        of(film.id())
            .map(CompletionBond::inForceFrom)
            .filter(day -> day.isAfter(today()))
            .orElse(today());
    if (film.phase() != Phase.DEVELOPMENT && from.isAfter(latest)) {
      throw conflict(
          "%s is greenlit: its completion guarantor is asked from %s on, and not later than that.",
          film.inWords(), latest);
    }
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
