package film.finalsay.cost.process;

import film.finalsay.cost.Explainer;
import film.finalsay.cost.VarianceFacts;
import film.finalsay.cost.VarianceTable;
import film.finalsay.engine.tables.DecisionTables;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code cost-report-variance.dmn} as it is deployed, version by version. */
@Component
class DmnVarianceTable implements VarianceTable {

  private final DecisionTables tables;

  DmnVarianceTable(DecisionTables tables) {
    this.tables = tables;
  }

  @Override
  public int version() {
    return tables.latestVersion(CostVarianceProcess.TABLE);
  }

  @Override
  public Optional<Explainer> explainer(VarianceFacts facts, int version) {
    return CostVarianceProcess.explainer(
        tables.ask(CostVarianceProcess.TABLE, version, facts.byName()));
  }
}
