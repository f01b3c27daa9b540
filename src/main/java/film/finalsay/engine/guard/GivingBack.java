package film.finalsay.engine.guard;

import film.finalsay.engine.http.EngineRoutes;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * To the engine, giving back is an assignment, to nobody, and the right to assign would let people
 * hand a task to anybody. So of giving back the engine asks nothing: who may, the guard says, also
 * of one who has left the film and still has a task of it in hand.
 */
final class GivingBack extends AuthorizationCommandChecker {

  private static final Pattern GIVING_BACK =
      Pattern.compile("/engine-rest/task/[^/]+/(?:unclaim|claim)/?");

  @Override
  public void checkTaskAssign(TaskEntity task) {
    if (!isGivenBack(task)) {
      super.checkTaskAssign(task);
    }
  }

  /** In the place of the engine's own check that a task is one of the person's films. */
  static TenantCommandChecker ofAnyFilm() {
    return new TenantCommandChecker() {
      @Override
      public void checkTaskAssign(TaskEntity task) {
        boolean theirs = person() != null && person().equals(task.getAssignee());
        if (!theirs || !isGivenBack(task)) {
          super.checkTaskAssign(task);
        }
      }
    };
  }

  private static String person() {
    return Context.getCommandContext().getAuthenticatedUserId();
  }

  private static boolean isGivenBack(TaskEntity task) {
    return task.getAssignee() != null
        && RequestContextHolder.getRequestAttributes()
            instanceof ServletRequestAttributes attributes
        && GIVING_BACK.matcher(EngineRoutes.route(attributes.getRequest())).matches();
  }
}
