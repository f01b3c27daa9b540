package film.finalsay.engine.model;

import film.finalsay.engine.EngineParts;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps every model to what it is given: when it is deployed, and when it runs. There is no public
 * way to either.
 */
@Component
@Order(2)
class ModelGuard extends AbstractProcessEnginePlugin {

  private final BeanFactory beans;

  ModelGuard(BeanFactory beans) {
    this.beans = beans;
  }

  /**
   * Before the engine is built, when it would make an expression manager that reaches all beans.
   */
  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    ModelBeans forModels = new ModelBeans(beans);
    engine.setExpressionManager(new ModelExpressions(forModels));
    engine.setScriptEngineResolver(new NoScripts());
    engine.setArtifactFactory(new NoClasses());
    engine.setFormValidators(new NoFieldCode());
    engine.setDmnEngineConfiguration(FeelTables.ofProcesses());
    engine.setCustomPreVariableSerializers(new ArrayList<>(List.of(new PlainVariables())));
    engine.setBusinessCalendarManager(Timers.calendars());
    // the schemas of the engine itself, which name each other as files; none from elsewhere
    System.setProperty("javax.xml.accessExternalSchema", "file,nested");
    EngineParts.add(
        engine::getCustomPostBPMNParseListeners,
        engine::setCustomPostBPMNParseListeners,
        new CallDepth());
    EngineParts.add(
        engine::getCustomPreDeployers, engine::setCustomPreDeployers, new ModelPolicy(forModels));
  }
}
