package film.finalsay.drawdown;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;
import static film.finalsay.approval.BusinessRuleException.notFound;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Role;
import film.finalsay.approval.Scope;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import film.finalsay.sql.Sql;
import film.finalsay.sql.SqlTime;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may be paid what a film draws, as its producers approved them. */
@Service
@Transactional
public class Payees {

  private static final Set<Role> APPROVING =
      EnumSet.of(Role.PRODUCER, Role.CO_EXECUTIVE_PRODUCER, Role.EXECUTIVE_PRODUCER);
  private static final int MAX_NAME = 200;
  private static final int IN_CLEAR = 4;

  /** An IBAN, or an account with its bank's number; blanks and dashes apart. */
  private static final Pattern ACCOUNT = Pattern.compile("[0-9A-Za-z]{8,34}");

  private final JdbcClient jdbc;
  private final Films films;
  private final Ledger ledger;
  private final Clock clock;

  Payees(JdbcClient jdbc, Films films, Ledger ledger, Clock clock) {
    this.jdbc = jdbc;
    this.films = films;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * @param sent {@code name} and {@code account}, of which the end alone is kept
   * @throws BusinessRuleException (forbidden) unless a producer or somebody above asks, (invalid)
   *     naming the field, or (conflict) if the name is on the list already
   */
  public Payee approve(String filmId, Map<String, ?> sent, String person) {
    Film film = films.lock(filmId);
    Role role = films.roleAmong(APPROVING, person, film, Scope.MONEY, "approve its payees");
    Inputs inputs = Inputs.of(sent);
    String name = inputs.text("name", MAX_NAME);
    String ends = end(inputs.text("account", 60));
    inputs.requireNothingElse();
    named(film, name)
        .ifPresent(
            there -> {
              throw conflict(
                  "%s is on the list already, with the account %s; end that first.",
                  there.name(), there.account());
            });
    KeyHolder key = new GeneratedKeyHolder();
    Instant now = clock.instant();
    Sql.insert(jdbc, "payee")
        .set("film_id", film.id())
        .set("name", name)
        .set("account_ends", ends)
        .set("approved_by", person)
        .set("approved_at", now)
        .run(key, "id");
    Payee payee = find(film, key.getKeyAs(Long.class)).orElseThrow();
    ledger.append(film.id(), about(payee, Happening.PAYEE_APPROVED).by(person, role));
    return payee;
  }

  /**
   * Takes a payee off the list from now on; it stays readable.
   *
   * @throws BusinessRuleException (not found) if there is none that stands, (forbidden) unless a
   *     producer or somebody above asks
   */
  public void end(String filmId, long id, String person) {
    Film film = films.lock(filmId);
    Role role = films.roleAmong(APPROVING, person, film, Scope.MONEY, "end its payees");
    Payee payee =
        find(film, id)
            .filter(found -> found.endedAt() == null)
            .orElseThrow(
                () -> notFound("There is no payee %d on the list of %s.", id, film.inWords()));
    jdbc.sql("update payee set ended_by = :by, ended_at = :now where id = :id")
        .param("by", person)
        .param("now", SqlTime.of(clock.instant()))
        .param("id", id)
        .update();
    ledger.append(film.id(), about(payee, Happening.PAYEE_ENDED).by(person, role));
  }

  /** In the order in which they were approved, ended ones included. */
  @Transactional(readOnly = true)
  public List<Payee> of(Film film, int limit, long offset) {
    return jdbc.sql(
            "select * from payee where film_id = :film order by id limit :limit offset :offset")
        .param("film", film.id())
        .param("limit", limit)
        .param("offset", offset)
        .query(Sql.rows(Payee.class))
        .list();
  }

  /** Who may be paid now under a name, however it is written. */
  @Transactional(readOnly = true)
  Optional<Payee> named(Film film, String name) {
    return jdbc.sql(
            """
            select * from payee
            where film_id = :film and lower(name) = lower(:name) and ended_at is null
            """)
        .param("film", film.id())
        .param("name", name)
        .query(Sql.rows(Payee.class))
        .optional();
  }

  private Optional<Payee> find(Film film, long id) {
    return jdbc.sql("select * from payee where film_id = :film and id = :id")
        .param("film", film.id())
        .param("id", id)
        .query(Sql.rows(Payee.class))
        .optional();
  }

  private static String end(String account) {
    String plain = account.replaceAll("[ -]", "");
    if (!ACCOUNT.matcher(plain).matches()) {
      throw invalid("account", "has to be 8 to 34 letters and digits, as an IBAN has.");
    }
    return plain.substring(plain.length() - IN_CLEAR);
  }

  private static Event about(Payee payee, Happening happening) {
    return Event.of(happening)
        .with("payee", payee.id())
        .with("name", payee.name())
        .with("account", payee.account());
  }
}
