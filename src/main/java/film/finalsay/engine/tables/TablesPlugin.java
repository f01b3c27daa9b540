package film.finalsay.engine.tables;

import film.finalsay.approval.DecisionDesk;
import film.finalsay.approval.TableWatch;
import film.finalsay.engine.EngineParts;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Hooks what looks at tables into the engine as it is built, once it is set how it reads them. */
@Component
@Order(4)
class TablesPlugin extends AbstractProcessEnginePlugin {

  private final DecisionDesk desk;
  private final ObjectProvider<TableWatch> tables;

  TablesPlugin(@Lazy DecisionDesk desk, ObjectProvider<TableWatch> tables) {
    this.desk = desk;
    this.tables = tables;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    ReasonsFromCells.in(engine.getDmnEngineConfiguration())
        .getCustomPostDecisionTableEvaluationListeners()
        .add(new RulingsOnRecord(desk));
    EngineParts.interceptors(engine, new WatchedDeployments(engine, tables));
    EngineParts.deployers(engine, new CheckedTables(tables));
  }
}
