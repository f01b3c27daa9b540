package film.finalsay.engine.form;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.variable.Variables;

/** An answer that the engine has put among the variables of its step or its start. */
record ScopedAnswer(Set<String> said, boolean amends, VariableScope scope) implements Answer {

  @Override
  public Object value(String field) {
    return says(field) ? scope.getVariable(field) : null;
  }

  @Override
  public boolean says(String field) {
    return said.contains(field);
  }

  @Override
  public boolean amends() {
    return amends;
  }

  /**
   * Looked at only where something is missing. What cannot be worked out here, the browser has to:
   * then the field is not insisted on.
   */
  @Override
  public boolean hides(FormField field) {
    return field.hide().stream().anyMatch(this::holds);
  }

  @Override
  public Object onRecord(String variable) {
    return said.contains(variable) ? null : scope.getVariable(variable);
  }

  private boolean holds(String condition) {
    FeelEngine feel =
        ((DefaultDmnEngineConfiguration)
                Context.getProcessEngineConfiguration().getDmnEngineConfiguration())
            .getFeelEngine();
    Map<String, Object> variables = new HashMap<>(scope.getVariables());
    said.forEach(name -> variables.put(name, scope.getVariable(name)));
    try {
      Object is =
          feel.evaluateSimpleExpression(
              condition, Variables.fromMap(variables).asVariableContext());
      return !Boolean.FALSE.equals(is);
    } catch (DmnEngineException unanswered) {
      return true;
    }
  }
}
