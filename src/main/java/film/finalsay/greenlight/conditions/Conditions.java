package film.finalsay.greenlight.conditions;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.Approval;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.sql.Sql;
import java.util.List;
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

  Conditions(JdbcClient jdbc, ApprovalRegister register) {
    this.jdbc = jdbc;
    this.register = register;
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
