package film.finalsay.engine.http;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;
import static film.finalsay.approval.BusinessRuleException.notFound;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.engine.form.FormInHand;
import film.finalsay.engine.model.DeploymentFaults;
import film.finalsay.health.OutOfMemory;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

  /** What a failure means to whoever asked for what failed. */
  private record Meaning(
      Predicate<Throwable> of, Function<Throwable, BusinessRuleException> refusal) {

    Meaning(Predicate<Throwable> of, Supplier<BusinessRuleException> refusal) {
      this(of, cause -> refusal.get());
    }
  }

  private static final List<Meaning> MEANINGS =
      List.of(
          new Meaning(BusinessRuleException.class::isInstance, BusinessRuleException.class::cast),
          new Meaning(
              cause -> cause instanceof OptimisticLockingException || isOfProcessThatIsGone(cause),
              () -> conflict("Somebody else was faster; look at it again before you answer.")),
          new Meaning(
              TaskAlreadyClaimedException.class::isInstance,
              () -> conflict("Somebody else has this task in hand.")),
          new Meaning(
              engines(
                  "serialization format is prohibited|^Cannot find serializer for value"
                      + "|Cannot set transient variable"),
              () -> invalid("variables", "only plain values are taken: text, numbers, files.")),
          new Meaning(
              engines("is not a valid resource identifier\\.$"),
              () -> invalid("id", "has characters that are not taken in an id of this kind.")),
          new Meaning(
              engines("Unrecognized authorization type"),
              () -> invalid("type", "has to be 0 (global), 1 (grant) or 2 (revoke).")),
          new Meaning(
              cause ->
                  cause instanceof ProcessEngineException
                      && cause.getCause() instanceof ELException,
              cause -> StuckSteps.refusal(StuckSteps.text(cause))),
          new Meaning(
              engines("cannot be used to query|cannot be used in '"),
              () -> invalid("query", "can compare only texts, whole numbers and dates.")),
          new Meaning(
              engines("^Cannot find task with id"),
              () -> notFound("There is no such open task; it may have been answered already.")),
          new Meaning(
              engines("belongs to no authenticated tenant"),
              () -> notFound("There is no such thing on a film on whose team you are.")),
          new Meaning(
              databases("23505"), () -> conflict("That is there already; look at it again.")),
          new Meaning(
              databases("22"),
              () ->
                  invalid(
                      "variables",
                      "a value is too long or not plain text; at most 4000 characters are allowed.")));

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
            ? notFound("There is no such thing here.")
            : invalid("body", message + "."));
  }

  private static Optional<BusinessRuleException> reason(RuntimeException failure) {
    return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
        .flatMap(
            cause ->
                MEANINGS.stream()
                    .filter(meaning -> meaning.of.test(cause))
                    .limit(1)
                    .map(meaning -> meaning.refusal.apply(cause)))
        .findFirst();
  }

  /** Of one that ended since its task was found, the engine cannot tell what it consists of. */
  private static boolean isOfProcessThatIsGone(Throwable cause) {
    boolean missing = cause instanceof NullValueException || cause instanceof NullPointerException;
    return missing
        && Arrays.stream(cause.getStackTrace())
            .anyMatch(code -> code.getMethodName().equals("ensureExecutionTreeInitialized"));
  }

  /**
   * @param message an expression for a part of it
   */
  private static Predicate<Throwable> engines(String message) {
    Predicate<String> part = Pattern.compile(message).asPredicate();
    return cause ->
        cause instanceof ProcessEngineException
            && cause.getMessage() != null
            && part.test(cause.getMessage());
  }

  private static Predicate<Throwable> databases(String state) {
    return cause ->
        cause instanceof SQLException sql
            && sql.getSQLState() != null
            && sql.getSQLState().startsWith(state);
  }
}
