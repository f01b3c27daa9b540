package film.finalsay.engine.tables;

import film.finalsay.approval.DecisionDesk;
import film.finalsay.approval.Excerpt;
import film.finalsay.approval.TableRuling;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.repository.DecisionDefinition;

/**
 * Puts on record what each decision table said that a process asked on its way: who was named by
 * which version of it can be looked up afterwards, whoever drew the process.
 */
record RulingsOnRecord(DecisionDesk desk) implements DmnDecisionTableEvaluationListener {

  /** A table whose rows all apply says a lot; the rest is in the engine's history. */
  private static final int MAX_SAID = 4000;

  @Override
  public void notify(DmnDecisionTableEvaluationEvent evaluated) {
    BpmnExecutionContext process = Context.getBpmnExecutionContext();
    if (process == null || !(evaluated.getDecision() instanceof DecisionDefinition table)) {
      return;
    }
    String said =
        evaluated.getMatchingRules().stream()
            .map(RulingsOnRecord::row)
            .collect(Collectors.joining("; "));
    desk.ruled(
        process.getExecution().getProcessInstanceId(),
        new TableRuling(
            table.getKey(),
            table.getVersion(),
            said.length() <= MAX_SAID ? said : Excerpt.beginning(said, MAX_SAID) + "…"));
  }

  private static String row(DmnEvaluatedDecisionRule rule) {
    return rule.getOutputEntries().entrySet().stream()
        .map(output -> output.getKey() + " = " + output.getValue().getValue().getValue())
        .sorted()
        .collect(Collectors.joining(", ", rule.getId() + ": ", ""));
  }
}
