package film.finalsay.cost.process;

import java.util.HashMap;
import java.util.Map;

/** The names in {@code cost-overrun.bpmn} that Java needs, once. */
public final class CostOverrunProcess {

  public static final String ID = "cost-overrun";

  private CostOverrunProcess() {}

  /**
   * @param plan what whoever asks means to do; null until they say
   */
  static Map<String, Object> variables(String plan) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("plan", plan);
    return variables;
  }
}
