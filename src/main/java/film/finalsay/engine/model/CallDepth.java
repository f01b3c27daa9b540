package film.finalsay.engine.model;

import film.finalsay.approval.BusinessRuleException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Ends processes that call each other, or themselves, without end. */
final class CallDepth extends AbstractBpmnParseListener {

  private static final int DEEPEST = 10;

  @Override
  public void parseProcess(Element process, ProcessDefinitionEntity definition) {
    definition.addBuiltInListener(
        ExecutionListener.EVENTNAME_START, (ExecutionListener) CallDepth::check);
  }

  private static void check(DelegateExecution started) {
    int depth = 0;
    DelegateExecution caller = started.getProcessInstance().getSuperExecution();
    for (; caller != null; caller = caller.getProcessInstance().getSuperExecution()) {
      depth++;
    }
    if (depth > DEEPEST) {
      throw BusinessRuleException.conflict(
          "Processes call each other more than %d deep; one calls itself again and again.",
          DEEPEST);
    }
  }
}
