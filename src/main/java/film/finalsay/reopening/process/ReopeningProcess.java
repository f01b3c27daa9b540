package film.finalsay.reopening.process;

import film.finalsay.engine.RequestVariables;
import film.finalsay.reopening.Reopening;
import film.finalsay.reopening.Reopenings.Filed;
import java.util.HashMap;
import java.util.Map;

/** The names in {@code reopening.bpmn} that Java needs, once. */
public final class ReopeningProcess {

  public static final String ID = "reopening";

  private ReopeningProcess() {}

  static Map<String, Object> variables(Filed filed) {
    Map<String, Object> variables = new HashMap<>(variables(filed.reopening()));
    variables.putAll(RequestVariables.of(filed.approval()));
    return variables;
  }

  static Map<String, Object> variables(Reopening reopening) {
    return Map.of("approval", reopening.reopens(), "reason", reopening.reason());
  }
}
