package film.finalsay.engine.people;

import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * No rights for each single task. As shipped, the engine writes a row for every task and group, and
 * its task list then joins tasks with all of them: minutes with some ten thousand tasks. Here the
 * right to see and to work tasks is granted once, by process (see {@link Grants}); which tasks
 * follows from the film (see {@link film.finalsay.engine.guard.FilmTenants}), and who may answer
 * from the decision desk.
 */
final class RightsByProcess extends DefaultAuthorizationProvider {

  private static final AuthorizationEntity[] NONE = {};

  @Override
  public AuthorizationEntity[] newTaskAssignee(Task task, String before, String now) {
    return NONE;
  }

  @Override
  public AuthorizationEntity[] newTaskOwner(Task task, String before, String now) {
    return NONE;
  }

  @Override
  public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String person, String type) {
    return NONE;
  }

  @Override
  public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String group, String type) {
    return NONE;
  }
}
