package film.finalsay.engine.guard;

import film.finalsay.approval.BusinessRuleException;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.beans.factory.BeanFactory;

/**
 * Names that a caller must not use for a variable: an expression finds a variable before a bean, so
 * whoever names one {@code applyBudgetChangeDelegate} would put it in the step's place.
 */
record ReservedNames(BeanFactory beans) implements ExecutionListener {

  /** Checks what a process is started with. */
  @Override
  public void notify(DelegateExecution execution) {
    refuse(execution.getVariableNames());
  }

  /**
   * @throws BusinessRuleException (invalid) naming the variable
   */
  void refuse(Set<String> variables) {
    variables.stream()
        .filter(beans::containsBean)
        .findFirst()
        .ifPresent(
            name -> {
              throw BusinessRuleException.invalid(name, "is a reserved name; leave it out.");
            });
  }
}
