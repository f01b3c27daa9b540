package film.finalsay.engine.guard;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Teams;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;

/**
 * A process belongs to the film that it was started for, its tasks and its history with it, and
 * only who is on that film's team sees it. To the engine the film is a tenant.
 */
record FilmTenants(Teams teams) implements TenantIdProvider {

  private static final int LONGEST_FILM_ID = 12;

  /**
   * @throws BusinessRuleException (invalid) naming {@code film} if it is missing, or whoever starts
   *     the process is not on its team; (forbidden) if nobody is logged in
   */
  @Override
  public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
    if (start.getSuperExecution() != null) {
      return start.getSuperExecution().getTenantId();
    }
    String person = Context.getCommandContext().getAuthenticatedUserId();
    if (person == null) {
      throw BusinessRuleException.forbidden("Nobody is logged in, so nobody can start a process.");
    }
    String film = Inputs.of(start.getVariables()).text("film", LONGEST_FILM_ID);
    if (!teams.filmsOf(person).contains(film)) {
      throw BusinessRuleException.invalid(
          "film", "there is no film \"%s\" on whose team you are.", film);
    }
    return film;
  }

  @Override
  public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext start) {
    throw BusinessRuleException.conflict("Cases are not used here; draw a process.");
  }

  /** Of a decision that no process asked for, such as a trial in the Cockpit. */
  @Override
  public String provideTenantIdForHistoricDecisionInstance(
      TenantIdProviderHistoricDecisionInstanceContext decision) {
    return decision.getExecution() == null ? null : decision.getExecution().getTenantId();
  }
}
