package film.finalsay.cost.process;

import film.finalsay.cost.Explainer;
import film.finalsay.cost.VarianceFacts;
import film.finalsay.cost.VarianceTable;
import film.finalsay.engine.DecisionTables;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The latest {@code cost-report-variance.dmn} that is deployed. */
@Component
class DmnVarianceTable implements VarianceTable {

  private final DecisionTables tables;

  DmnVarianceTable(DecisionTables tables) {
    this.tables = tables;
  }

  @Override
  public Optional<Explainer> explainer(VarianceFacts facts) {
    return CostVarianceProcess.explainer(
        tables.ask(
            CostVarianceProcess.TABLE,
            tables.latestVersion(CostVarianceProcess.TABLE),
            CostVarianceProcess.variables(facts)));
  }
}
