package film.finalsay.engine.model;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.springframework.beans.factory.BeanFactory;

/**
 * Keeps every model to what it is given: when it is deployed, and when it runs. There is no public
 * way to either.
 */
public final class ModelGuard {

  private ModelGuard() {}

  /**
   * Before the engine is built, when it would make an expression manager that reaches all beans.
   */
  public static void install(ProcessEngineConfigurationImpl engine, BeanFactory beans) {
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
    List<BpmnParseListener> listeners = engine.getCustomPostBPMNParseListeners();
    if (listeners == null) {
      listeners = new ArrayList<>();
      engine.setCustomPostBPMNParseListeners(listeners);
    }
    listeners.add(new CallDepth());
    List<Deployer> deployers = engine.getCustomPreDeployers();
    if (deployers == null) {
      deployers = new ArrayList<>();
      engine.setCustomPreDeployers(deployers);
    }
    deployers.add(new ModelPolicy(forModels));
  }
}
