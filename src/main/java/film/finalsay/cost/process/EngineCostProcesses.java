package film.finalsay.cost.process;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.cost.CostProcesses;
import film.finalsay.engine.login.ActingFor;
import film.finalsay.film.Film;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class EngineCostProcesses implements CostProcesses {

  private final RuntimeService runtime;
  private final ActingFor acting;

  EngineCostProcesses(@Lazy RuntimeService runtime, @Lazy ActingFor acting) {
    this.runtime = runtime;
    this.acting = acting;
  }

  @Override
  public void decideOverrun(Film film, String requester) {
    start(requester, ApprovalKind.COST_OVERRUN.processId(), Map.of("film", film.id()));
  }

  @Override
  public void explainVariance(Film film, String account, String requester) {
    start(
        requester,
        ApprovalKind.COST_VARIANCE.processId(),
        Map.of("film", film.id(), "account", account));
  }

  @Override
  public void withdraw(String processInstanceId, String because) {
    acting.product(() -> runtime.deleteProcessInstance(processInstanceId, because));
  }

  private void start(String requester, String process, Map<String, Object> variables) {
    acting.person(
        requester,
        () ->
            runtime
                .createProcessInstanceByKey(process)
                .processDefinitionWithoutTenantId()
                .setVariables(variables)
                .execute());
  }
}
