package film.finalsay.greenlight.conditions;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.Approval;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.register.ApprovalRegister;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The conditions of a greenlight, and where each stands. */
@Service("greenlightConditions")
@Transactional(readOnly = true)
public class Conditions {

  private final ConditionRepository conditions;
  private final ApprovalRegister register;

  Conditions(ConditionRepository conditions, ApprovalRegister register) {
    this.conditions = conditions;
    this.register = register;
  }

  /** In their order, those of an earlier approval on conditions among them. */
  public List<Condition> of(Approval approval, int limit, long offset) {
    return conditions.find(approval.key(), limit, offset);
  }

  /** Those that count: the ones set last. */
  public List<Condition> current(Approval approval) {
    return conditions.findLastSet(approval.key());
  }

  /** The SHA-256 of each document that shows that a condition is met. */
  public Set<String> documents(Approval approval) {
    return current(approval).stream()
        .map(Condition::evidence)
        .filter(Objects::nonNull)
        .map(Evidence::sha256)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /**
   * @throws BusinessRuleException (conflict) if there is none with this number
   */
  public Condition one(Approval approval, String number) {
    return Optional.ofNullable(number)
        .filter(text -> text.matches("\\d{1,4}"))
        .flatMap(text -> conditions.find(approval.key(), Integer.parseInt(text)))
        .orElseThrow(() -> conflict("%s has no condition %s.", approval.key(), number));
  }

  public Condition one(String processInstanceId, String number) {
    return one(register.carriedBy(processInstanceId), number);
  }
}
