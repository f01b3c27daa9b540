package film.finalsay.engine.deployment;

import film.finalsay.approval.BusinessRuleException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractSetProcessDefinitionStateCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Nobody keeps a process from being started. The routes to that are closed; a deployment for a
 * later day would do the same until then, also to a process that others work with.
 */
final class NothingSuspended extends CommandInterceptor {

  private final ProcessEngineConfigurationImpl engine;

  NothingSuspended(ProcessEngineConfigurationImpl engine) {
    this.engine = engine;
  }

  @Override
  public <T> T execute(Command<T> command) {
    IdentityService identity = engine.getIdentityService();
    if (command instanceof AbstractSetProcessDefinitionStateCmd
        && identity.getCurrentAuthentication() != null) {
      throw BusinessRuleException.invalid(
          "deployment-activation-time", "a model counts from its deployment on; leave it out.");
    }
    return next.execute(command);
  }
}
