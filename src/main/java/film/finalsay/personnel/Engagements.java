package film.finalsay.personnel;

import film.finalsay.approval.FullName;
import film.finalsay.approval.LoginName;
import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.personnel.Engagement.State;
import film.finalsay.register.Case;
import film.finalsay.sql.Sql;
import film.finalsay.sql.SqlTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is engaged on each film, and what was asked for. Only what was approved changes it. */
@Service
@Transactional
public class Engagements {

  private final JdbcClient jdbc;
  private final Clock clock;

  Engagements(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The newest first, those who were released included. */
  @Transactional(readOnly = true)
  public List<Engagement> of(Film film, int limit, long offset) {
    return engagements(
            film,
            "order by engaged_at desc, approval_key desc limit :limit offset :offset",
            Map.of("limit", limit, "offset", offset))
        .list();
  }

  /** Who is engaged in a position under this name, or by the approval of this number. */
  List<Engagement> engaged(Film film, Position position, String whom) {
    return engagements(
            film,
            """
            and state = 'ENGAGED' and position = :position
              and (who = :who or approval_key = :key)
            """,
            Map.of("position", position.name(), "who", FullName.folded(whom), "key", whom))
        .list();
  }

  /** Who plays each character today. */
  Stream<Engagement> cast(Film film) {
    return engagements(film, "and state = 'ENGAGED' and plays is not null", Map.of())
        .list()
        .stream();
  }

  void engage(Case request, Hire hire) {
    Film film = request.film();
    Sql.insert(jdbc, "engagement")
        .set("approval_key", request.key())
        .set("film_id", film.id())
        .set("position", hire.position())
        .set("name", hire.find("name"))
        .set("who", FullName.folded(hire.find("name")))
        .set("person", hire.find("person"))
        .set("agent", hire.find("agent"))
        .set("loan_out", hire.find("loanOut"))
        .set("plays", hire.find("character"))
        .set("account", hire.find("account"))
        .set(
            "fee_minor",
            hire.find("fee") == null ? null : hire.content().money("fee", film.currency()))
        .set("basis", hire.find("basis"))
        .set("units", hire.find("units") == null ? null : hire.content().number("units"))
        .set("cost_minor", hire.cost(film))
        .set("starts", hire.day("start"))
        .set("stops", hire.day("stop"))
        .set("credit", hire.find("credit"))
        .set("flags", String.join(",", hire.ticked()))
        .set("guild", hire.find("union"))
        .set("state", State.ENGAGED)
        .set("changed_by", request.key())
        .set("engaged_at", clock.instant())
        .run();
  }

  /**
   * @param cost what comes on top
   */
  void extend(String engagement, LocalDate stops, Money cost, String by) {
    jdbc.sql(
            """
            update engagement set stops = :stops, cost_minor = cost_minor + :cost, changed_by = :by
            where approval_key = :key
            """)
        .param("stops", stops)
        .param("cost", cost.minor())
        .param("by", by)
        .param("key", engagement)
        .update();
  }

  /**
   * @param stops the last day; null if it stays as it was
   */
  void release(String engagement, LocalDate stops, String by) {
    jdbc.sql(
            """
            update engagement set state = 'RELEASED', released_at = :now, changed_by = :by,
              stops = coalesce(cast(:stops as date), stops)
            where approval_key = :key
            """)
        .param("now", SqlTime.of(clock.instant()))
        .param("stops", stops)
        .param("by", by)
        .param("key", engagement)
        .update();
  }

  /** Puts on file what counts for one person, in place of what the request asked for before. */
  void asked(Film film, String approvalKey, Payee payee, Money cost) {
    Sql.insert(jdbc, "personnel_request")
        .set("approval_key", approvalKey)
        .set("film_id", film.id())
        .set(payee)
        .set("cost_minor", cost)
        .save("approval_key");
  }

  /**
   * What one person costs by all that is approved or open, whoever they are called there.
   *
   * @param but the number of a request that is not counted; empty for none
   */
  Money standing(Film film, Payee payee, String but) {
    return jdbc.sql(
            """
            select coalesce(sum(p.cost_minor), 0) from personnel_request p
            join approval a on a.approval_key = p.approval_key
            where p.film_id = :film and p.approval_key <> :but
              and a.state in ('PENDING', 'RETURNED', 'CONDITIONAL', 'APPROVED')
              and (p.who = :who or p.person = :person or p.loan_out = :loanOut)
            """)
        .param("film", film.id())
        .param("but", but)
        .param("who", payee.who())
        .param("person", payee.person())
        .param("loanOut", payee.loanOut())
        .query((row, n) -> new Money(row.getLong(1), film.currency()))
        .single();
  }

  /**
   * Whom a cost is for: the same name, login or company is the same one.
   *
   * @param who all spellings of the name in one
   * @param person the login, in one spelling; null if there is none
   * @param loanOut all spellings of the company in one; null if there is none
   */
  record Payee(String who, String person, String loanOut) {

    static Payee of(String name, String person, String loanOut) {
      return new Payee(
          FullName.folded(name),
          person == null ? null : LoginName.folded(person),
          loanOut == null ? null : FullName.folded(loanOut));
    }
  }

  private MappedQuerySpec<Engagement> engagements(Film film, String which, Map<String, ?> values) {
    return jdbc.sql("select * from engagement where film_id = :film " + which)
        .param("film", film.id())
        .params(values)
        .query(Sql.rows(Engagement.class, film.currency()));
  }
}
