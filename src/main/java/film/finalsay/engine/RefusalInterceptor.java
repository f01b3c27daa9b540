package film.finalsay.engine;

import film.finalsay.approval.Refusal;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Keeps the reason for which a command of a request failed for {@link RefusalFilter}: both REST
 * APIs of the engine would answer 500, bury the reason and log a refusal as if it were a fault.
 * There is no public way to see the exceptions of all commands.
 */
final class RefusalInterceptor extends CommandInterceptor {

  static final String REFUSAL = Refusal.class.getName();

  private static final String DATA_EXCEPTION = "22";

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (RuntimeException failure) {
      throw forRest(failure);
    }
  }

  /**
   * The failure as the REST layer takes for the caller's; the filter then gives the exact status.
   */
  private static RuntimeException forRest(RuntimeException failure) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request == null || failure instanceof RestException) {
      return failure;
    }
    return reason(failure)
        .<RuntimeException>map(
            refusal -> {
              request.setAttribute(REFUSAL, refusal, RequestAttributes.SCOPE_REQUEST);
              return new RestException(Response.Status.BAD_REQUEST, failure, refusal.getMessage());
            })
        .orElse(failure);
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
      if (cause instanceof ProcessEngineException && isNoPlainValue(cause.getMessage())) {
        return Optional.of(
            Refusal.invalid("variables", "only plain values are taken: text, numbers, files."));
      }
      if (cause instanceof NullValueException && isMissingTask(cause.getMessage())) {
        return Optional.of(
            Refusal.notFound("There is no such open task; it may have been answered already."));
      }
      if (cause instanceof ProcessEngineException && isAnotherFilms(cause.getMessage())) {
        return Optional.of(
            Refusal.notFound("There is no such thing on a film on whose team you are."));
      }
      if (cause instanceof SQLException sql
          && sql.getSQLState() != null
          && sql.getSQLState().startsWith(DATA_EXCEPTION)) {
        return Optional.of(
            Refusal.invalid(
                "variables", "a value does not fit; plain texts of at most 4000 characters do."));
      }
    }
    return Optional.empty();
  }

  private static boolean isNoPlainValue(String message) {
    return message != null
        && (message.contains("serialization format is prohibited")
            || message.startsWith("Cannot find serializer for value")
            || message.contains("Cannot set transient variable"));
  }

  private static boolean isAnotherFilms(String message) {
    return message != null && message.contains("belongs to no authenticated tenant");
  }

  private static boolean isMissingTask(String message) {
    return message != null && message.startsWith("Cannot find task with id");
  }
}
