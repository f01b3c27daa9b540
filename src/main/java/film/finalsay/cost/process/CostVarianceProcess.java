package film.finalsay.cost.process;

import film.finalsay.cost.Explainer;
import java.util.Map;
import java.util.Optional;

/** The names in {@code cost-variance.bpmn} that Java needs, once. */
public final class CostVarianceProcess {

  public static final String TABLE = "cost-report-variance";

  private static final String EXPLAINED_BY = "explainedBy";
  private static final String BECAUSE = "because";

  private CostVarianceProcess() {}

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
