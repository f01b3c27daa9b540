package film.finalsay.engine;

import film.finalsay.approval.OpenForms;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The variables of the engine's open user tasks. */
@Component
class EngineOpenForms implements OpenForms {

  private final TaskService tasks;
  private final IdentityService identity;

  EngineOpenForms(@Lazy TaskService tasks, @Lazy IdentityService identity) {
    this.tasks = tasks;
    this.identity = identity;
  }

  @Override
  public void show(Set<String> taskIds, String name, String text) {
    if (taskIds.isEmpty()) {
      return;
    }
    AsProduct.run(
        identity,
        () -> {
          for (Task task :
              tasks.createTaskQuery().taskIdIn(taskIds.toArray(String[]::new)).list()) {
            tasks.setVariableLocal(task.getId(), name, text);
          }
        });
  }
}
