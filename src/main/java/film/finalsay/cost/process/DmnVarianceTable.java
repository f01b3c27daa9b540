package film.finalsay.cost.process;

import film.finalsay.cost.Explainer;
import film.finalsay.cost.VarianceFacts;
import film.finalsay.cost.VarianceTable;
import java.util.Optional;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The latest {@code cost-report-variance.dmn} that is deployed. */
@Component
class DmnVarianceTable implements VarianceTable {

  private final DecisionService decisions;

  DmnVarianceTable(@Lazy DecisionService decisions) {
    this.decisions = decisions;
  }

  @Override
  public Optional<Explainer> explainer(VarianceFacts facts) {
    return CostVarianceProcess.explainer(
        decisions
            .evaluateDecisionTableByKey(
                CostVarianceProcess.TABLE, CostVarianceProcess.variables(facts))
            .getSingleResult());
  }
}
