package film.finalsay.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.el.FixedValue;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;

/**
 * The form of a user task as a person is given it; read within a command.
 *
 * @param fields what the model asks for besides its form
 */
public record StepForm(ComposedForm composed, Set<String> fields) {

  private static final String PROPERTY = "stepForm";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A step whose model names no form opens the general one. */
  public void hold(ActivityImpl userTask, FormDefinition form) {
    userTask.setProperty(PROPERTY, this);
    if (form.getFormKey() == null && form.getCamundaFormDefinitionKey() == null) {
      form.setCamundaFormDefinitionKey(new FixedValue(ComposedForm.GENERAL));
      form.setCamundaFormDefinitionBinding("latest");
    }
  }

  /** What is no Camunda Form, as a model of before may have, stays as it is. */
  public static InputStream of(String taskId) {
    CommandContext context = Context.getCommandContext();
    TaskEntity task = context.getTaskManager().findTaskById(taskId);
    StepForm step = of(task);
    try {
      if (ComposedForm.GENERAL.equals(name(task))) {
        return stream(step.composed.general(step.fields));
      }
      byte[] file = new GetDeployedTaskFormCmd(taskId).execute(context).readAllBytes();
      JsonNode own = FormParts.tree(file);
      return own.isObject()
          ? stream(step.composed.of(own, StepForm::latest))
          : new ByteArrayInputStream(file);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private static StepForm of(TaskEntity task) {
    return (StepForm)
        task.getProcessDefinition().findActivity(task.getTaskDefinitionKey()).getProperty(PROPERTY);
  }

  private static String name(TaskEntity task) {
    var name = task.getTaskDefinition().getFormDefinition().getCamundaFormDefinitionKey();
    return name == null ? null : name.getExpressionText();
  }

  private static JsonNode latest(String name) {
    CommandContext context = Context.getCommandContext();
    CamundaFormDefinitionEntity form =
        context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(name);
    if (form == null) {
      return null;
    }
    ResourceEntity file =
        context
            .getResourceManager()
            .findResourceByDeploymentIdAndResourceName(
                form.getDeploymentId(), form.getResourceName());
    JsonNode read = FormParts.tree(file.getBytes());
    return read.isObject() ? read : null;
  }

  private static InputStream stream(JsonNode form) throws IOException {
    return new ByteArrayInputStream(JSON.writeValueAsBytes(form));
  }
}
