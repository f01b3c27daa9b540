package film.finalsay.engine;

import film.finalsay.approval.Refusal;
import java.sql.SQLException;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Keeps the reason for which a command failed for {@link RefusalFilter}: both REST APIs of the
 * engine would answer 500 and bury it. There is no public way to see the exceptions of all
 * commands.
 */
final class RefusalInterceptor extends CommandInterceptor {

  static final String REFUSAL = Refusal.class.getName();

  private static final String DATA_EXCEPTION = "22";

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (RuntimeException failure) {
      RequestAttributes request = RequestContextHolder.getRequestAttributes();
      if (request != null) {
        reason(failure)
            .ifPresent(
                refusal -> request.setAttribute(REFUSAL, refusal, RequestAttributes.SCOPE_REQUEST));
      }
      throw failure;
    }
  }

  private static Optional<Refusal> reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return Optional.of(refusal);
      }
      if (cause instanceof OptimisticLockingException) {
        return Optional.of(
            Refusal.conflict("Somebody else was faster; look at it again before you answer."));
      }
      if (cause instanceof TaskAlreadyClaimedException) {
        return Optional.of(Refusal.conflict("Somebody else has this task in hand."));
      }
      if (cause instanceof NullValueException && isMissingTask(cause.getMessage())) {
        return Optional.of(
            Refusal.notFound("There is no such open task; it may have been answered already."));
      }
      if (cause instanceof SQLException sql
          && sql.getSQLState() != null
          && sql.getSQLState().startsWith(DATA_EXCEPTION)) {
        return Optional.of(
            Refusal.invalid(
                "variables", "a value does not fit; texts have at most 4000 characters."));
      }
    }
    return Optional.empty();
  }

  private static boolean isMissingTask(String message) {
    return message != null && message.startsWith("Cannot find task with id");
  }
}
