package film.finalsay.cost.process;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.cost.CostProcesses;
import film.finalsay.engine.login.ActingFor;
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
  public void start(ApprovalKind kind, Map<String, Object> variables, String requester) {
    acting.person(
        requester,
        () ->
            runtime
                .createProcessInstanceByKey(kind.processId())
                .processDefinitionWithoutTenantId()
                .setVariables(variables)
                .execute());
  }

  @Override
  public void withdraw(String processInstanceId, String because) {
    acting.product(() -> runtime.deleteProcessInstance(processInstanceId, because));
  }
}
