package film.finalsay.engine.http;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.engine.form.FormInHand;
import film.finalsay.engine.model.DeploymentFaults;
import film.finalsay.health.OutOfMemory;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Keeps the reason for which a command of a request failed for {@link RefusalFilter}: both REST
 * APIs of the engine would answer 500, bury the reason and log a refusal as if it were a fault.
 * There is no public way to see the exceptions of all commands.
 */
final class RefusalInterceptor extends CommandInterceptor {

  static final String REFUSAL = BusinessRuleException.class.getName();

  /** Noted where a command failed for no reason that is the caller's. */
  static final String FAULT = RefusalInterceptor.class.getName() + ".fault";

  private static final String DATA_EXCEPTION = "22";
  private static final String TWICE = "23505";

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (RuntimeException failure) {
      OutOfMemory.endIfCauseOf(failure);
      throw forRest(command, failure);
    } catch (Error failure) {
      OutOfMemory.endIfCauseOf(failure);
      note(FAULT, failure);
      throw failure;
    }
  }

  /**
   * The failure as the REST layer takes for the caller's; the filter then gives the exact status.
   */
  private static RuntimeException forRest(Command<?> command, RuntimeException failure) {
    if (failure instanceof RestException) {
      return failure;
    }
    Optional<BusinessRuleException> reason =
        reason(failure)
            .or(() -> DeploymentFaults.in(command, failure))
            .or(() -> StuckSteps.refusal(failure))
            .or(() -> missing(failure))
            .or(() -> DeploymentFaults.ofATable(failure))
            .map(FormInHand::inWords);
    if (reason.isEmpty()) {
      note(FAULT, failure);
      return failure;
    }
    return note(REFUSAL, reason.get())
        ? new RestException(Response.Status.BAD_REQUEST, failure, reason.get().getMessage())
        : failure;
  }

  private static boolean note(String name, Object what) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(name, what, RequestAttributes.SCOPE_REQUEST);
    }
    return request != null;
  }

  /** The command itself asked for something that is not there, or left something out. */
  private static Optional<BusinessRuleException> missing(RuntimeException failure) {
    if (!(failure instanceof NullValueException) && !(failure instanceof NotFoundException)) {
      return Optional.empty();
    }
    String message = String.valueOf(failure.getMessage());
    return Optional.of(
        message.contains(": ")
            ? BusinessRuleException.notFound("There is no such thing here.")
            : BusinessRuleException.invalid("body", message + "."));
  }

  private static Optional<BusinessRuleException> reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BusinessRuleException refusal) {
        return Optional.of(refusal);
      }
      if (cause instanceof OptimisticLockingException) {
        return Optional.of(
            BusinessRuleException.conflict(
                "Somebody else was faster; look at it again before you answer."));
      }
      if (cause instanceof TaskAlreadyClaimedException) {
        return Optional.of(BusinessRuleException.conflict("Somebody else has this task in hand."));
      }
      if (cause instanceof ProcessEngineException && isNoPlainValue(cause.getMessage())) {
        return Optional.of(
            BusinessRuleException.invalid(
                "variables", "only plain values are taken: text, numbers, files."));
      }
      if (cause instanceof ProcessEngineException && isNoId(cause.getMessage())) {
        return Optional.of(
            BusinessRuleException.invalid(
                "id", "has characters that are not taken in an id of this kind."));
      }
      if (cause instanceof ProcessEngineException && isNoKindOfRight(cause.getMessage())) {
        return Optional.of(
            BusinessRuleException.invalid(
                "type", "has to be 0 (global), 1 (grant) or 2 (revoke)."));
      }
      if (cause instanceof ProcessEngineException && cause.getCause() instanceof ELException) {
        return Optional.of(StuckSteps.refusal(StuckSteps.text(cause)));
      }
      if (cause instanceof ProcessEngineException && isNoComparison(cause.getMessage())) {
        return Optional.of(
            BusinessRuleException.invalid(
                "query", "can compare only texts, whole numbers and dates."));
      }
      if (cause instanceof NullValueException && isMissingTask(cause.getMessage())) {
        return Optional.of(
            BusinessRuleException.notFound(
                "There is no such open task; it may have been answered already."));
      }
      if (cause instanceof ProcessEngineException && isAnotherFilms(cause.getMessage())) {
        return Optional.of(
            BusinessRuleException.notFound(
                "There is no such thing on a film on whose team you are."));
      }
      if (isOfClass(cause, TWICE)) {
        return Optional.of(
            BusinessRuleException.conflict("That is there already; look at it again."));
      }
      if (isOfClass(cause, DATA_EXCEPTION)) {
        return Optional.of(
            BusinessRuleException.invalid(
                "variables",
                "a value is too long or not plain text; at most 4000 characters are allowed."));
      }
    }
    return Optional.empty();
  }

  private static boolean isOfClass(Throwable cause, String state) {
    return cause instanceof SQLException sql
        && sql.getSQLState() != null
        && sql.getSQLState().startsWith(state);
  }

  private static boolean isNoPlainValue(String message) {
    return message != null
        && (message.contains("serialization format is prohibited")
            || message.startsWith("Cannot find serializer for value")
            || message.contains("Cannot set transient variable"));
  }

  private static boolean isNoId(String message) {
    return message != null && message.endsWith("is not a valid resource identifier.");
  }

  private static boolean isNoKindOfRight(String message) {
    return message != null && message.contains("Unrecognized authorization type");
  }

  private static boolean isNoComparison(String message) {
    return message != null
        && (message.contains("cannot be used to query") || message.contains("cannot be used in '"));
  }

  private static boolean isAnotherFilms(String message) {
    return message != null && message.contains("belongs to no authenticated tenant");
  }

  private static boolean isMissingTask(String message) {
    return message != null && message.startsWith("Cannot find task with id");
  }
}
