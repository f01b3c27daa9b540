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

/** An answer to the fields of a form, together with what is on record. */
interface Answer {

  /** Null if nothing is sent for the field. */
  Object value(String field);

  boolean says(String field);

  /** Does what it leaves out stay as it was? */
  boolean amends();

  /** Does the form hide the field, by what else is said? */
  boolean hides(FormField field);

  /** A variable that the process holds, and nobody can have sent just now. */
  Object onRecord(String variable);

  /** One row of a list, or one part of what a form asks for in parts; that is sent as a whole. */
  record Row(Map<?, ?> fields, Answer around) implements Answer {

    @Override
    public Object value(String field) {
      return fields.get(field);
    }

    @Override
    public boolean says(String field) {
      return true;
    }

    @Override
    public boolean amends() {
      return false;
    }

    @Override
    public boolean hides(FormField field) {
      return around.hides(field);
    }

    @Override
    public Object onRecord(String variable) {
      return around.onRecord(variable);
    }
  }

  /** An answer that the engine has put among the variables of its step or its start. */
  record Scoped(Set<String> said, boolean amends, VariableScope scope) implements Answer {

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
     * Looked at only where something is missing. What cannot be worked out here, the browser has
     * to: then the field is not insisted on.
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
}
