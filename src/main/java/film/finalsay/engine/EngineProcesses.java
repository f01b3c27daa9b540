package film.finalsay.engine;

import film.finalsay.approval.Refusal;
import film.finalsay.approval.RunningProcesses;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Who may send a message was decided before; it is sent by the product. */
@Component
class EngineProcesses implements RunningProcesses {

  private static final String WITHDRAWN = "film.approvalWithdrawn";

  private final RuntimeService runtime;
  private final ActingFor acting;

  EngineProcesses(RuntimeService runtime, ActingFor acting) {
    this.runtime = runtime;
    this.acting = acting;
  }

  @Override
  public void end(String processInstanceId, String because) {
    acting.product(() -> runtime.deleteProcessInstance(processInstanceId, because));
  }

  @Override
  public void withdrawn(String processInstanceId) {
    try {
      acting.product(
          () ->
              runtime
                  .createMessageCorrelation(WITHDRAWN)
                  .processInstanceId(processInstanceId)
                  .correlate());
    } catch (MismatchingMessageCorrelationException noSuchStep) {
      throw Refusal.conflict("This process takes no withdrawal at the step where it stands.");
    }
  }
}
