package film.finalsay.engine;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Whoever has a task in hand may give it back. To the engine that is an assignment, to nobody, and
 * the right to assign would let them hand it to anybody.
 */
final class GivingBack extends AuthorizationCommandChecker {

  private static final Pattern UNCLAIM = Pattern.compile("/engine-rest/task/[^/]+/unclaim/?");

  @Override
  public void checkTaskAssign(TaskEntity task) {
    if (!isInHandOfWhoeverAsks(task) || !isGivenBack()) {
      super.checkTaskAssign(task);
    }
  }

  private static boolean isInHandOfWhoeverAsks(TaskEntity task) {
    String person = Context.getCommandContext().getAuthenticatedUserId();
    return person != null && person.equals(task.getAssignee());
  }

  private static boolean isGivenBack() {
    return RequestContextHolder.getRequestAttributes()
            instanceof ServletRequestAttributes attributes
        && isGivenBack(attributes.getRequest());
  }

  private static boolean isGivenBack(HttpServletRequest request) {
    return UNCLAIM.matcher(EngineRoutes.route(request)).matches();
  }
}
