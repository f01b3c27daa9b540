package film.finalsay.greenlight.conditions;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.Approval;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.film.FilmGreenlight.ConditionCount;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.sql.Sql;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The conditions of a greenlight, and where each stands. */
@Service("greenlightConditions")
@Transactional(readOnly = true)
public class Conditions {

  private final JdbcClient jdbc;
  private final ApprovalRegister register;
  private final Clock clock;

  Conditions(JdbcClient jdbc, ApprovalRegister register, Clock clock) {
    this.jdbc = jdbc;
    this.register = register;
    this.clock = clock;
  }

  /** In their order, those of an earlier approval on conditions among them. */
  public List<Condition> of(Approval approval, int limit, long offset) {
    return find(approval.key(), "order by number limit :limit offset :offset")
        .param("limit", limit)
        .param("offset", offset)
        .query(Sql.rows(Condition.class))
        .list();
  }

  /** Those that count: the ones set last. */
  public List<Condition> current(Approval approval) {
    return current(approval.key());
  }

  List<Condition> current(String approvalKey) {
    return find(
            approvalKey,
            """
            and set_number =
              (select max(set_number) from greenlight_condition where approval_key = :key)
            order by number
            """)
        .query(Sql.rows(Condition.class))
        .list();
  }

  /** How many there are on which each of several films is greenlit, by film. */
  public Map<String, ConditionCount> counts(Collection<String> filmIds) {
    return Sql.byFilm(
        jdbc.sql(
                """
                select h.film_id, count(*) as open,
                       sum(case when c.state = 'LAPSED' or c.due < :today then 1 else 0 end)
                         as overdue
                from greenlit_on_conditions h
                join greenlight_condition c on c.approval_key = h.approval_key
                where h.film_id in (:films) and c.state not in ('MET', 'WAIVED')
                  and c.set_number = (select max(l.set_number) from greenlight_condition l
                                      where l.approval_key = h.approval_key)
                group by h.film_id
                """)
            .param("today", LocalDate.now(clock)),
        filmIds,
        ConditionCount.class);
  }

  /** The SHA-256 of each document that shows that a condition is met. */
  public Set<String> documents(Approval approval) {
    return current(approval).stream()
        .map(condition -> condition.evidence().evidenceSha256())
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /**
   * @throws BusinessRuleException (conflict) if there is none with this number
   */
  public Condition one(Approval approval, String number) {
    return Optional.ofNullable(number)
        .filter(text -> text.matches("\\d{1,4}"))
        .flatMap(
            text ->
                find(approval.key(), "and number = :number")
                    .param("number", Integer.parseInt(text))
                    .query(Sql.rows(Condition.class))
                    .optional())
        .orElseThrow(() -> conflict("%s has no condition %s.", approval.key(), number));
  }

  public Condition one(String processInstanceId, String number) {
    return one(register.carriedBy(processInstanceId), number);
  }

  /** In place of what was on file of it. */
  @Transactional
  void save(Approval approval, Condition condition) {
    jdbc.sql("delete from greenlight_condition where approval_key = :key and number = :number")
        .param("key", approval.key())
        .param("number", condition.number())
        .update();
    Sql.insert(jdbc, "greenlight_condition")
        .set("approval_key", approval.key())
        .set(condition)
        .run();
  }

  private JdbcClient.StatementSpec find(String approvalKey, String which) {
    return jdbc.sql("select * from greenlight_condition where approval_key = :key " + which)
        .param("key", approvalKey);
  }
}
