package film.finalsay.cost.process;

import film.finalsay.approval.Refusal;
import film.finalsay.cost.Explainer;
import film.finalsay.cost.VarianceFacts;
import film.finalsay.cost.VarianceTable;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The latest {@code cost-report-variance.dmn} that is deployed. */
@Component
class DmnVarianceTable implements VarianceTable {

  private final DecisionService decisions;

  DmnVarianceTable(@Lazy DecisionService decisions) {
    this.decisions = decisions;
  }

  /**
   * @throws Refusal (conflict) if the table contradicts itself, or names nobody on a team
   */
  @Override
  public Optional<Explainer> explainer(VarianceFacts facts) {
    try {
      return CostVarianceProcess.explainer(
          decisions
              .evaluateDecisionTableByKey(
                  CostVarianceProcess.TABLE, CostVarianceProcess.variables(facts))
              .getSingleResult());
    } catch (ProcessEngineException | DmnEngineException unclear) {
      throw Refusal.conflict(
          "The variance table gives no clear answer for %s, %s %%: %s"
              .formatted(
                  facts.variance().inWords(),
                  facts.percent().toPlainString(),
                  unclear.getMessage()));
    }
  }
}
