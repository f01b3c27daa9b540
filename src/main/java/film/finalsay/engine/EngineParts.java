package film.finalsay.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;

/** Puts parts of ours into the lists of the engine as it is built, which it may not have yet. */
public final class EngineParts {

  private EngineParts() {}

  @SafeVarargs
  public static <T> void add(Supplier<List<T>> of, Consumer<List<T>> to, T... parts) {
    List<T> all = of.get() == null ? new ArrayList<>() : new ArrayList<>(of.get());
    all.addAll(List.of(parts));
    to.accept(all);
  }

  public static void sessions(ProcessEngineConfigurationImpl engine, SessionFactory... parts) {
    add(engine::getCustomSessionFactories, engine::setCustomSessionFactories, parts);
  }

  /** Of models, as they are read. */
  public static void listeners(ProcessEngineConfigurationImpl engine, BpmnParseListener... parts) {
    add(engine::getCustomPostBPMNParseListeners, engine::setCustomPostBPMNParseListeners, parts);
  }

  /** Of commands, before their transaction begins. */
  public static void interceptors(
      ProcessEngineConfigurationImpl engine, CommandInterceptor... parts) {
    add(
        engine::getCustomPreCommandInterceptorsTxRequired,
        engine::setCustomPreCommandInterceptorsTxRequired,
        parts);
  }

  /** Of what the engine has read already. */
  public static void deployers(ProcessEngineConfigurationImpl engine, Deployer... parts) {
    add(engine::getCustomPostDeployers, engine::setCustomPostDeployers, parts);
  }
}
