package film.finalsay.cost.process;

import film.finalsay.cost.Explainer;
import film.finalsay.cost.VarianceFacts;
import film.finalsay.cost.Variances.Filed;
import film.finalsay.engine.RequestVariables;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names in {@code cost-variance.bpmn} that Java needs, once. */
public final class CostVarianceProcess {

  public static final String ID = "cost-variance";
  public static final String TABLE = "cost-report-variance";

  private static final String EXPLAINED_BY = "explainedBy";
  private static final String BECAUSE = "because";

  private CostVarianceProcess() {}

  /** What the process knows of a question, with the inputs of the variance table. */
  static Map<String, Object> variables(Filed filed) {
    Map<String, Object> variables = new HashMap<>(variables(filed.facts()));
    variables.put("report", filed.report());
    variables.put("account", filed.account());
    return variables;
  }

  /** The same, with what every process knows of its request. */
  static Map<String, Object> allVariables(Filed filed) {
    Map<String, Object> variables = variables(filed);
    variables.putAll(RequestVariables.of(filed.approval()));
    return variables;
  }

  /** The inputs of the variance table. */
  static Map<String, Object> variables(VarianceFacts facts) {
    return Map.of(
        "variance", facts.variance().plain(),
        "variancePercent", facts.percent().toPlainString(),
        "section", facts.section());
  }

  static Map<String, Object> variables(Explainer explainer) {
    return Map.of(EXPLAINED_BY, explainer.role().id(), BECAUSE, explainer.because());
  }

  /**
   * A row of the variance table; of none, if the table has no row that fits.
   *
   * @throws film.finalsay.approval.BusinessRuleException (conflict) if it names nobody on a team
   */
  static Optional<Explainer> explainer(Map<String, Object> row) {
    return row == null
        ? Optional.empty()
        : Explainer.of((String) row.get(EXPLAINED_BY), (String) row.get(BECAUSE));
  }
}
