package film.finalsay.engine.http;

import film.finalsay.engine.EngineParts;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Hooks into the engine as it is built what puts its refusals into words; around all others. */
@Component
@Order(1)
class HttpPlugin extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    EngineParts.interceptors(engine, new RefusalInterceptor());
    EngineParts.add(
        engine::getCustomPostCommandInterceptorsTxRequired,
        engine::setCustomPostCommandInterceptorsTxRequired,
        new StuckSteps());
  }

  /** At the end, when the expressions of models are handed to all that reads models. */
  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    engine.setExpressionManager(new QueryExpressions(engine.getExpressionManager()));
  }
}
