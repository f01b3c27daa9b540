package film.finalsay.engine.model;

import film.finalsay.approval.BusinessRuleException;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.impl.variable.serializer.JavaObjectSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Keeps no Java object in a variable but a list or a map of plain values: what else an expression
 * gives would be in the reach of all that reads variables. What is kept from before stays readable.
 */
final class PlainVariables extends JavaObjectSerializer {

  /** What the engine keeps in a column of its own, it keeps there. */
  @Override
  public boolean canHandle(TypedValue value) {
    return super.canHandle(value)
        && !(value instanceof UntypedValueImpl untyped && isOfAColumn(untyped.getValue()));
  }

  private static boolean isOfAColumn(Object value) {
    return value == null
        || value instanceof String
        || value instanceof Boolean
        || value instanceof Date
        || value instanceof byte[]
        || value instanceof Number && value.getClass().getPackageName().equals("java.lang");
  }

  @Override
  public void writeValue(ObjectValue value, ValueFields field) {
    if (field instanceof VariableInstance variable
        && value.isDeserialized()
        && !isPlain(value.getValue())) {
      throw BusinessRuleException.conflict(
          "The variable %s would hold a %s; only plain values are kept: texts, numbers, dates, files, and lists and maps of those.",
          variable.getName(), value.getValue().getClass().getSimpleName());
    }
    super.writeValue(value, field);
  }

  private static boolean isPlain(Object value) {
    if (value instanceof Collection<?> values) {
      return values.stream().allMatch(PlainVariables::isPlain);
    }
    if (value instanceof Map<?, ?> map) {
      return isPlain(map.keySet()) && isPlain(map.values());
    }
    return value == null
        || value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Date;
  }
}
