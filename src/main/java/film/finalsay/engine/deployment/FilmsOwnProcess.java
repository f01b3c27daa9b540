package film.finalsay.engine.deployment;

import film.finalsay.approval.BusinessRuleException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * A process that is for one film is started for that film, and not at all once the same is there
 * for all films, as a version before allowed.
 */
final class FilmsOwnProcess extends AbstractBpmnParseListener implements ExecutionListener {

  private final ModelScopes scopes;

  FilmsOwnProcess(ModelScopes scopes) {
    this.scopes = scopes;
  }

  @Override
  public void parseProcess(Element process, ProcessDefinitionEntity definition) {
    definition.addBuiltInListener(EVENTNAME_START, this);
  }

  /**
   * @throws BusinessRuleException (invalid) naming {@code film}, or (conflict)
   */
  @Override
  public void notify(DelegateExecution start) {
    ProcessDefinitionEntity process = ((ExecutionEntity) start).getProcessDefinition();
    String film = process.getTenantId();
    boolean isCalledByAnother = start.getSuperExecution() != null;
    if (film == null || isCalledByAnother) {
      return;
    }
    if (!film.equals(start.getVariable("film"))) {
      throw BusinessRuleException.invalid("film", "has to be %s, whose process this is.", film);
    }
    if (scopes.of(process).allFilms()) {
      throw BusinessRuleException.conflict(
          "\"%s\" is for all films; start that one.", process.getKey());
    }
  }
}
