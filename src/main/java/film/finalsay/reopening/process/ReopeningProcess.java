package film.finalsay.reopening.process;

import film.finalsay.approval.Role;
import film.finalsay.engine.RequestVariables;
import film.finalsay.reopening.Reopening;
import film.finalsay.reopening.Reopenings.Filed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names in {@code reopening.bpmn} that Java needs, once. */
public final class ReopeningProcess {

  public static final String ID = "reopening";

  private ReopeningProcess() {}

  static Map<String, Object> variables(Filed filed) {
    Map<String, Object> variables = variables(filed.reopening(), filed.consents());
    variables.putAll(RequestVariables.of(filed.approval()));
    return variables;
  }

  static Map<String, Object> variables(Reopening reopening, List<Role> consents) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("approval", reopening.reopens());
    variables.put("reason", reopening.reason());
    variables.put("consents", Role.ids(consents));
    return variables;
  }
}
