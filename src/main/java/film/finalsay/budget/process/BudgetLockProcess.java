package film.finalsay.budget.process;

import film.finalsay.budget.BudgetLock;
import film.finalsay.budget.BudgetLocks.Filed;
import film.finalsay.engine.RequestVariables;
import java.util.HashMap;
import java.util.Map;

/** The names in {@code budget-lock.bpmn} that Java needs, once. */
public final class BudgetLockProcess {

  public static final String ID = "budget-lock";

  private BudgetLockProcess() {}

  /** What the process knows of a request; its form is prefilled with it when it is amended. */
  static Map<String, Object> variables(Filed filed) {
    Map<String, Object> variables = variables(filed.lock());
    variables.putAll(RequestVariables.of(filed.approval()));
    variables.put("endorsementRequired", filed.needsEndorsement());
    return variables;
  }

  static Map<String, Object> variables(BudgetLock lock) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("version", String.valueOf(lock.version()));
    variables.put("note", lock.note());
    return variables;
  }
}
