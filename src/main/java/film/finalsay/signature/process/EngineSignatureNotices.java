package film.finalsay.signature.process;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.engine.login.ActingFor;
import film.finalsay.register.SignatureNotices;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class EngineSignatureNotices implements SignatureNotices {

  private final RuntimeService runtime;
  private final ActingFor acting;

  EngineSignatureNotices(@Lazy RuntimeService runtime, @Lazy ActingFor acting) {
    this.runtime = runtime;
    this.acting = acting;
  }

  @Override
  public void tell(Approval voided, String requester) {
    Map<String, Object> variables = Map.of("film", voided.filmId(), "voidedApproval", voided.key());
    acting.person(
        requester,
        () ->
            runtime
                .createProcessInstanceByKey(ApprovalKind.SIGNATURE_VOID.processId())
                .processDefinitionWithoutTenantId()
                .setVariables(variables)
                .execute());
  }
}
