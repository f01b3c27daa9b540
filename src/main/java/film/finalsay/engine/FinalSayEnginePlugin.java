package film.finalsay.engine;

import film.finalsay.approval.DecisionDesk;
import film.finalsay.approval.TableWatch;
import film.finalsay.approval.Teams;
import film.finalsay.engine.model.ModelGuard;
import film.finalsay.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.form.entity.CamundaFormDefinitionManager;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.TenantManager;
import org.camunda.bpm.engine.impl.persistence.entity.UserOperationLogManager;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Hooks the guard and the interceptor into the engine as it is built. */
@Component
class FinalSayEnginePlugin extends AbstractProcessEnginePlugin {

  private final DecisionDesk desk;
  private final Teams teams;
  private final ObjectProvider<TableWatch> tables;
  private final ModelScopes scopes;
  private final Ledger ledger;
  private final BeanFactory beans;

  FinalSayEnginePlugin(
      @Lazy DecisionDesk desk,
      @Lazy Teams teams,
      ObjectProvider<TableWatch> tables,
      ModelScopes scopes,
      @Lazy Ledger ledger,
      BeanFactory beans) {
    this.scopes = scopes;
    this.ledger = ledger;
    this.tables = tables;
    this.teams = teams;
    this.beans = beans;
    this.desk = desk;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setTenantIdProvider(new FilmTenants(teams));
    engine.setResourceAuthorizationProvider(new RightsByProcess());
    engine.setTaskService(AnswerDoors.tasks());
    engine.setFormService(AnswerDoors.forms());
    engine.setCustomSessionFactories(
        List.of(
            new InPlaceOf(TenantManager.class, TasksOfTheirFilms::new),
            new InPlaceOf(CamundaFormDefinitionManager.class, FormsForAllFilms::new),
            new InPlaceOf(ProcessDefinitionManager.class, ProcessesForAllFilms::new),
            new InPlaceOf(AuthorizationManager.class, RightsInLedger::new),
            new InPlaceOf(UserOperationLogManager.class, () -> new AdministrationLog(ledger))));
    engine.setCommandCheckers(new ArrayList<>(List.of(GivingBack.ofAnyFilm(), new GivingBack())));
    ModelGuard.install(engine, beans);
    ReasonsFromCells.in(engine.getDmnEngineConfiguration())
        .getCustomPostDecisionTableEvaluationListeners()
        .add(new RulingsOnRecord(desk));
    List<BpmnParseListener> listeners = engine.getCustomPostBPMNParseListeners();
    if (listeners == null) {
      listeners = new ArrayList<>();
      engine.setCustomPostBPMNParseListeners(listeners);
    }
    listeners.add(
        new DecisionGuardParseListener(
            desk, new ReservedNames(beans), new FilmsOwnProcess(scopes)));
    List<CommandInterceptor> interceptors = engine.getCustomPreCommandInterceptorsTxRequired();
    if (interceptors == null) {
      interceptors = new ArrayList<>();
      engine.setCustomPreCommandInterceptorsTxRequired(interceptors);
    }
    interceptors.add(new RefusalInterceptor());
    interceptors.add(new NothingSuspended(engine));
    interceptors.add(new WatchedDeployments(engine, tables));
    interceptors.add(new RetriedAnswers(engine, desk));
    List<CommandInterceptor> within = engine.getCustomPostCommandInterceptorsTxRequired();
    if (within == null) {
      within = new ArrayList<>();
      engine.setCustomPostCommandInterceptorsTxRequired(within);
    }
    within.add(new StuckSteps());
    List<Deployer> deployers = engine.getCustomPostDeployers();
    if (deployers == null) {
      deployers = new ArrayList<>();
      engine.setCustomPostDeployers(deployers);
    }
    deployers.add(new ModelsOfFilms(scopes, teams));
    deployers.add(new CheckedTables(tables));
    deployers.add(new ModelsInLedger(ledger));
  }

  /**
   * At the end, because the engine looks its history level up by name before, and has handed the
   * expressions of models to all that reads models.
   */
  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    engine.setHistoryLevel(new HistoryBesideTheLedger());
    engine.setExpressionManager(new QueryExpressions(engine.getExpressionManager()));
  }
}
