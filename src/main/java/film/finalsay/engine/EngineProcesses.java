package film.finalsay.engine;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.RunningProcesses;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/** Who may send a message was decided before; it is sent by the product. */
@Component
class EngineProcesses implements RunningProcesses {

  private static final String WITHDRAWN = "film.approvalWithdrawn";

  private final RuntimeService runtime;
  private final HistoryService history;
  private final ActingFor acting;

  EngineProcesses(RuntimeService runtime, HistoryService history, ActingFor acting) {
    this.runtime = runtime;
    this.history = history;
    this.acting = acting;
  }

  @Override
  public Set<String> together(String processInstanceId) {
    Set<String> together = new HashSet<>(Set.of(processInstanceId));
    acting.product(
        () ->
            history
                .createHistoricProcessInstanceQuery()
                .processInstanceId(processInstanceId)
                .list()
                .forEach(process -> together.addAll(below(process.getRootProcessInstanceId()))));
    return together;
  }

  private List<String> below(String rootProcessInstanceId) {
    return history
        .createHistoricProcessInstanceQuery()
        .rootProcessInstanceId(rootProcessInstanceId)
        .list()
        .stream()
        .map(HistoricProcessInstance::getId)
        .toList();
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
      throw BusinessRuleException.conflict(
          "This process takes no withdrawal at the step where it stands.");
    }
  }
}
