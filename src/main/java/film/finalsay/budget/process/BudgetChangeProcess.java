package film.finalsay.budget.process;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Role;
import film.finalsay.budget.Ruling;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The names in {@code budget-change.bpmn} that Java needs, once. */
public final class BudgetChangeProcess {

  public static final String AUTHORITY = "budget-change-authority";
  static final String CONSENT = "budget-change-consent";

  private static final String DECIDED_BY = "decidedBy";
  private static final String CONSENTS = "consents";
  private static final String BECAUSE = "because";

  private static final Set<Role> DECIDING =
      EnumSet.of(Role.PRODUCER, Role.CO_EXECUTIVE_PRODUCER, Role.EXECUTIVE_PRODUCER);
  private static final Set<Role> CONSENTING = EnumSet.of(Role.FINANCIER, Role.COMPLETION_GUARANTOR);

  private BudgetChangeProcess() {}

  /**
   * A row of the authority table; of none, if the table has no row that fits.
   *
   * @throws BusinessRuleException (conflict) if it names anybody but those who may decide or
   *     consent
   */
  static Ruling ruling(Map<String, Object> row) {
    return ofThoseWhoMay(
        Ruling.of(
            row == null ? null : (String) row.get(DECIDED_BY),
            row == null ? null : (String) row.get(CONSENTS),
            row == null ? null : (String) row.get(BECAUSE)));
  }

  /** What the authority table has just said. */
  static Ruling ruling(DelegateExecution execution) {
    return ofThoseWhoMay(
        Ruling.of(
            (String) execution.getVariable(DECIDED_BY),
            (String) execution.getVariable(CONSENTS),
            (String) execution.getVariable(BECAUSE)));
  }

  private static Ruling ofThoseWhoMay(Ruling ruling) {
    if (!DECIDING.contains(ruling.decidedBy())) {
      throw BusinessRuleException.conflict(
          "The authority table lets the %s decide; only %s may."
              .formatted(ruling.decidedBy().title(), ids(DECIDING)));
    }
    if (!CONSENTING.containsAll(ruling.consents())) {
      throw BusinessRuleException.conflict(
          "The authority table asks %s for consent; only %s are asked."
              .formatted(ruling.consentsById(), ids(CONSENTING)));
    }
    return ruling;
  }

  private static String ids(Set<Role> roles) {
    return String.join(", ", roles.stream().map(Role::id).toList());
  }
}
