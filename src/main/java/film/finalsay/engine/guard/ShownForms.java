package film.finalsay.engine.guard;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.engine.form.FormPage;
import film.finalsay.engine.form.StepForm;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.form.FormDataImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

/**
 * What a browser is given of the forms that models name, and the texts to fill them with. A model
 * of before may name a page of its own, or have the engine draw one, and what people write in it
 * would run as script: such a step or start is shown without a form, and can be taken all the same.
 * What is sent with a form is an answer as any other, see {@link AnsweredTasks}.
 */
final class ShownForms extends FormServiceImpl {

  @Override
  public TaskFormData getTaskFormData(String taskId) {
    return shown(super.getTaskFormData(taskId));
  }

  @Override
  public StartFormData getStartFormData(String processDefinitionId) {
    return shown(super.getStartFormData(processDefinitionId));
  }

  @Override
  public VariableMap getTaskFormVariables(String taskId) {
    return getTaskFormVariables(taskId, null, true);
  }

  @Override
  public void submitTaskForm(String taskId, Map<String, Object> fields) {
    commandExecutor.execute(
        new SentAnswer<>(
            taskId, fields, sent -> new SubmitTaskFormCmd(taskId, sent, false, false)));
  }

  @Override
  public VariableMap submitTaskFormWithVariablesInReturn(
      String taskId, Map<String, Object> fields, boolean deserialize) {
    return commandExecutor.execute(
        new SentAnswer<>(
            taskId, fields, sent -> new SubmitTaskFormCmd(taskId, sent, true, deserialize)));
  }

  /** The texts of a form are laid out as it is opened, for who may read what its task knows. */
  @Override
  public VariableMap getTaskFormVariables(
      String taskId, Collection<String> names, boolean deserialize) {
    return commandExecutor.execute(
        context -> {
          VariableMap shown = super.getTaskFormVariables(taskId, names, deserialize);
          TaskEntity task = context.getTaskManager().findTaskById(taskId);
          if (task.getTaskDefinition() != null) {
            DecisionGuard.at(task)
                .open(task, context.getAuthenticatedUserId(), names)
                .forEach((name, text) -> shown.putValueTyped(name, Variables.stringValue(text)));
          }
          return shown;
        });
  }

  @Override
  public InputStream getDeployedTaskForm(String taskId) {
    return asCommand(
        () -> {
          requireShown(super.getTaskFormData(taskId));
          return StepForm.of(taskId);
        });
  }

  @Override
  public InputStream getDeployedStartForm(String processDefinitionId) {
    return asCommand(
        () -> {
          requireShown(super.getStartFormData(processDefinitionId));
          return super.getDeployedStartForm(processDefinitionId);
        });
  }

  @Override
  public Object getRenderedTaskForm(String taskId) {
    return refused(() -> super.getTaskFormData(taskId));
  }

  @Override
  public Object getRenderedTaskForm(String taskId, String renderer) {
    return refused(() -> super.getTaskFormData(taskId));
  }

  @Override
  public Object getRenderedStartForm(String processDefinitionId) {
    return refused(() -> super.getStartFormData(processDefinitionId));
  }

  @Override
  public Object getRenderedStartForm(String processDefinitionId, String renderer) {
    return refused(() -> super.getStartFormData(processDefinitionId));
  }

  /** Whoever may not even see the task is told that, and not what is wrong with its form. */
  private Object refused(Supplier<FormData> form) {
    return asCommand(
        () -> {
          form.get();
          throw refused();
        });
  }

  /** What a command refuses is answered in words. */
  private <T> T asCommand(Supplier<T> work) {
    return commandExecutor.execute(context -> work.get());
  }

  private static <T extends FormData> T shown(T form) {
    FormDataImpl data = (FormDataImpl) form;
    if (data != null) {
      data.setFormFields(List.of());
      data.setFormProperties(List.of());
      if (!isShown(data)) {
        data.setFormKey(null);
      }
    }
    return form;
  }

  private static void requireShown(FormData form) {
    if (form != null && !isShown(form)) {
      throw refused();
    }
  }

  private static boolean isShown(FormData form) {
    String key = form.getFormKey();
    // a Camunda form, by the name of its file
    return key == null || key.startsWith("camunda-forms:deployment:") || FormPage.isOurs(key);
  }

  private static BusinessRuleException refused() {
    return BusinessRuleException.conflict(
        "A form is a Camunda Form or a page of the product; this is neither.");
  }
}
