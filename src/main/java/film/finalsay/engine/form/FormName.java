package film.finalsay.engine.form;

import film.finalsay.approval.BusinessRuleException;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Which form a step opens, of models that leave it to a variable: where that says nothing of use,
 * the step has no form. The engine looks it up for every task of a list, and none of them would be
 * listed.
 */
public final class FormName implements Expression {

  private final Expression drawn;
  private final BiPredicate<String, VariableScope> isOne;

  private FormName(Expression drawn, BiPredicate<String, VariableScope> isOne) {
    this.drawn = drawn;
    this.isOne = isOne;
  }

  public static void hold(FormDefinition form) {
    Expression version =
        held(form.getCamundaFormDefinitionVersion(), (number, step) -> number.matches("\\d{1,9}"));
    boolean byVersion = version != null && "version".equals(form.getCamundaFormDefinitionBinding());
    form.setFormKey(held(form.getFormKey(), (key, step) -> true));
    form.setCamundaFormDefinitionVersion(version);
    form.setCamundaFormDefinitionKey(
        held(
            form.getCamundaFormDefinitionKey(),
            (name, step) -> !byVersion || version.getValue(step) != null));
  }

  /**
   * @throws BusinessRuleException (conflict) if the step is to open a form, and nothing says which
   */
  public static void require(TaskEntity step) {
    FormDefinition form = step.getTaskDefinition().getFormDefinition();
    boolean unnamed =
        Stream.of(form.getFormKey(), form.getCamundaFormDefinitionKey())
            .anyMatch(name -> name != null && name.getValue(step) == null);
    if (unnamed) {
      throw BusinessRuleException.conflict(
          "\"%s\" opens a form, and nothing says which.", step.getName());
    }
  }

  private static Expression held(Expression drawn, BiPredicate<String, VariableScope> isOne) {
    return drawn == null ? null : new FormName(drawn, isOne);
  }

  @Override
  public Object getValue(VariableScope step) {
    try {
      return drawn.getValue(step) instanceof String name && isOne.test(name, step) ? name : null;
    } catch (ProcessEngineException unknown) {
      return null;
    }
  }

  @Override
  public void setValue(Object value, VariableScope step) {
    throw new UnsupportedOperationException("the name of a form is only read");
  }

  @Override
  public String getExpressionText() {
    return drawn.getExpressionText();
  }

  @Override
  public boolean isLiteralText() {
    return drawn.isLiteralText();
  }
}
