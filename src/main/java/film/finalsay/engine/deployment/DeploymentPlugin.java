package film.finalsay.engine.deployment;

import film.finalsay.approval.Teams;
import film.finalsay.engine.EngineParts;
import film.finalsay.engine.InPlaceOf;
import film.finalsay.ledger.Ledger;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.form.entity.CamundaFormDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Hooks what looks at deployments into the engine as it is built. */
@Component
@Order(3)
class DeploymentPlugin extends AbstractProcessEnginePlugin {

  private final Teams teams;
  private final ModelScopes scopes;
  private final Ledger ledger;

  DeploymentPlugin(@Lazy Teams teams, ModelScopes scopes, @Lazy Ledger ledger) {
    this.teams = teams;
    this.scopes = scopes;
    this.ledger = ledger;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    EngineParts.sessions(
        engine,
        new InPlaceOf(CamundaFormDefinitionManager.class, Forms::new),
        new InPlaceOf(ProcessDefinitionManager.class, Processes::new));
    EngineParts.interceptors(engine, new NothingSuspended(engine));
    EngineParts.listeners(engine, new FilmsOwnProcess(scopes));
    EngineParts.deployers(engine, new ModelsOfFilms(scopes, teams), new ModelsInLedger(ledger));
  }

  /**
   * Finds the form that is for all films also where one of the same id is there for a single film,
   * as a version before allowed; the engine would open neither.
   */
  private static final class Forms extends CamundaFormDefinitionManager {

    @Override
    public CamundaFormDefinitionEntity findLatestDefinitionByKey(String key) {
      CamundaFormDefinitionEntity forAll = findLatestDefinitionByKeyAndTenantId(key, null);
      return forAll == null ? super.findLatestDefinitionByKey(key) : forAll;
    }
  }

  /**
   * Finds the process that is for all films also where one of a single film calls it; the engine
   * would look for that film's own alone.
   */
  private static final class Processes extends ProcessDefinitionManager {

    @Override
    public ProcessDefinitionEntity findLatestDefinitionByKeyAndTenantId(String key, String film) {
      ProcessDefinitionEntity forAll = super.findLatestDefinitionByKeyAndTenantId(key, null);
      return forAll == null ? super.findLatestDefinitionByKeyAndTenantId(key, film) : forAll;
    }
  }
}
