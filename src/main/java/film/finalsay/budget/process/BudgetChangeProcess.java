package film.finalsay.budget.process;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Role;
import film.finalsay.budget.AuthorityFacts;
import film.finalsay.budget.BudgetChange;
import film.finalsay.budget.BudgetChanges.Filed;
import film.finalsay.budget.Ruling;
import film.finalsay.engine.RequestVariables;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The names in {@code budget-change.bpmn} that Java needs, once. */
public final class BudgetChangeProcess {

  public static final String ID = "budget-change";
  public static final String AUTHORITY = "budget-change-authority";
  static final String CONSENT = "budget-change-consent";

  private static final String AUTHORITY_VERSION = "authorityVersion";
  private static final String DECIDED_BY = "decidedBy";
  private static final String CONSENTS = "consents";
  private static final String BECAUSE = "because";

  private static final Set<Role> DECIDING =
      EnumSet.of(Role.PRODUCER, Role.CO_EXECUTIVE_PRODUCER, Role.EXECUTIVE_PRODUCER);
  private static final Set<Role> CONSENTING = EnumSet.of(Role.FINANCIER, Role.COMPLETION_GUARANTOR);

  private BudgetChangeProcess() {}

  /**
   * What the process knows of a request that was just filed, with the inputs of the authority
   * table.
   */
  static Map<String, Object> variables(Filed filed) {
    Map<String, Object> variables = variables(filed.weighed().change());
    variables.putAll(RequestVariables.of(filed.approval()));
    variables.put(AUTHORITY_VERSION, filed.weighed().tableVersion());
    variables.putAll(variables(filed.weighed().facts()));
    return variables;
  }

  /** The inputs of the authority table beside the request's own. */
  static Map<String, Object> variables(AuthorityFacts facts) {
    return Map.of(
        "sameSection", facts.sameSection(),
        "aboveTheLine", facts.aboveTheLine(),
        "cumulative", facts.cumulative().plain(),
        "share", facts.share().toPlainString(),
        "contingencyDrawn", facts.contingencyDrawn().toPlainString(),
        "shot", facts.shot().toPlainString());
  }

  static Map<String, Object> variables(BudgetChange change) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("kind", change.kind().name());
    variables.put("fromAccount", change.fromAccount());
    variables.put("toAccount", change.toAccount());
    variables.put("amount", change.amount().plain());
    variables.put("reason", change.reason());
    variables.put("underspendsTried", String.join(", ", change.underspendsTried()));
    variables.put("overrideReason", change.overrideReason());
    return variables;
  }

  static Map<String, Object> variables(Ruling ruling) {
    return Map.of(
        DECIDED_BY, ruling.decidedBy().id(),
        CONSENTS, ruling.consentsById(),
        BECAUSE, ruling.because());
  }

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
