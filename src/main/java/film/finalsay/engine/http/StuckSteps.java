package film.finalsay.engine.http;

import film.finalsay.approval.BusinessRuleException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Notes at which step of a process a command failed, as long as the engine knows: a step that is
 * drawn so that it cannot run with what it is given is not the server's fault.
 */
final class StuckSteps extends CommandInterceptor {

  private static final String STEP = StuckSteps.class.getName();
  private static final String ENGINE = "org.camunda.";
  private static final String PRODUCT = "film.finalsay.";

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (RuntimeException failure) {
      RequestAttributes request = RequestContextHolder.getRequestAttributes();
      if (request != null) {
        request.setAttribute(
            STEP,
            Context.getCommandInvocationContext().getProcessDataContext().getLatestActivityId(),
            RequestAttributes.SCOPE_REQUEST);
      }
      throw failure;
    }
  }

  /** Empty if it did not fail at a step, or not for how that is drawn. */
  static Optional<BusinessRuleException> refusal(RuntimeException failure) {
    List<Throwable> causes =
        Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause).toList();
    boolean drawn =
        !(failure instanceof AuthorizationException)
            && causes.stream().noneMatch(SQLException.class::isInstance)
            && isEngines(causes.get(causes.size() - 1));
    String reason =
        failure instanceof ProcessEngineException
            ? text(failure)
            : "what it is given is of a kind that it cannot use";
    return step().filter(step -> drawn).map(step -> refusal(reason));
  }

  /** In the words of the engine, with the step if it is known. */
  static BusinessRuleException refusal(String reason) {
    return BusinessRuleException.conflict(
        "The process cannot go on as it is drawn: %s%s.",
        step().map("\"%s\": "::formatted).orElse(""), reason);
  }

  /** Without the engine's number in front. */
  static String text(Throwable failure) {
    return String.valueOf(failure.getMessage())
        .replaceFirst("^[A-Z]+-\\d+ ", "")
        .replaceFirst("\\.+\\s*$", "");
  }

  private static Optional<String> step() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    return Optional.ofNullable(request)
        .map(noted -> (String) noted.getAttribute(STEP, RequestAttributes.SCOPE_REQUEST));
  }

  /** Whether it was the engine that failed, and no step of the product that it called. */
  private static boolean isEngines(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .map(StackTraceElement::getClassName)
        .filter(code -> code.startsWith(ENGINE) || code.startsWith(PRODUCT))
        .findFirst()
        .filter(code -> code.startsWith(ENGINE))
        .isPresent();
  }
}
