package film.finalsay.engine.people;

import film.finalsay.engine.EngineParts;
import film.finalsay.engine.InPlaceOf;
import film.finalsay.ledger.Ledger;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TenantManager;
import org.camunda.bpm.engine.impl.persistence.entity.UserOperationLogManager;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Hooks our keeping of people, groups and rights into the engine as it is built. */
@Component
class PeoplePlugin extends AbstractProcessEnginePlugin {

  private final Ledger ledger;
  private final LoginRegister logins;

  PeoplePlugin(@Lazy Ledger ledger, LoginRegister logins) {
    this.ledger = ledger;
    this.logins = logins;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setResourceAuthorizationProvider(new RightsByProcess());
    engine.setIdentityProviderSessionFactory(
        new InPlaceOf(DbIdentityServiceProvider.class, () -> new PeopleOnFile(logins)));
    EngineParts.sessions(
        engine,
        new InPlaceOf(TenantManager.class, TasksOfTheirFilms::new),
        new InPlaceOf(AuthorizationManager.class, RightsInLedger::new),
        new InPlaceOf(UserOperationLogManager.class, () -> new AdministrationLog(ledger)));
  }
}
