package film.finalsay.engine.guard;

import film.finalsay.approval.DecisionDesk;
import film.finalsay.approval.Teams;
import film.finalsay.engine.EngineParts;
import film.finalsay.engine.model.EffectSteps;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Hooks the guard into the engine as it is built. */
@Component
class GuardPlugin extends AbstractProcessEnginePlugin {

  private final DecisionDesk desk;
  private final Teams teams;
  private final BeanFactory beans;

  GuardPlugin(@Lazy DecisionDesk desk, @Lazy Teams teams, BeanFactory beans) {
    this.desk = desk;
    this.teams = teams;
    this.beans = beans;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setTenantIdProvider(new FilmTenants(teams));
    engine.setTaskService(new AnsweredTasks());
    engine.setFormService(new ShownForms());
    engine.setCommandCheckers(new ArrayList<>(List.of(GivingBack.ofAnyFilm(), new GivingBack())));
    EngineParts.listeners(
        engine,
        new DecisionGuardParseListener(desk, new ReservedNames(beans), new EffectSteps(beans)));
    EngineParts.interceptors(engine, new RetriedAnswers(engine, desk));
  }

  /** At the end, because the engine looks its history level up by name before. */
  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    engine.setHistoryLevel(new HistoryBesideTheLedger());
  }
}
