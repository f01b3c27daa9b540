package film.finalsay.engine.model;

import film.finalsay.approval.BusinessRuleException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;

/** What the engine itself finds wrong with a model, for whoever sent it. */
public final class DeploymentFaults {

  /** As the engine prints what it made of a model. */
  private static final Pattern OBJECT =
      Pattern.compile("'?\\w+(?:Impl|Entity)\\{(?:\\s*id='([^']+)')?.*\\}'?\\s*");

  /** The rows as the table engine prints its own objects. */
  private static final String ROWS = "(?s)\\. (Actually match|Matching) rules.*";

  private DeploymentFaults() {}

  /** Empty if it is no deployment that failed, or not for what it brings. */
  public static Optional<BusinessRuleException> in(Command<?> command, RuntimeException failure) {
    List<Throwable> causes = causes(failure);
    boolean isModels =
        command instanceof DeployCmd
            && failure instanceof ProcessEngineException
            && causes.stream().noneMatch(DeploymentFaults::isNotTheModels);
    if (!isModels) {
      return Optional.empty();
    }
    return Optional.of(
        BusinessRuleException.invalid(
            "deployment",
            causes.stream()
                .filter(ParseException.class::isInstance)
                .map(ParseException.class::cast)
                .findFirst()
                .map(DeploymentFaults::problems)
                .orElseGet(() -> messages(causes))));
  }

  /** Empty if it is no table that could not answer what it was asked. */
  public static Optional<BusinessRuleException> ofATable(RuntimeException failure) {
    return causes(failure).stream()
        .filter(DmnEngineException.class::isInstance)
        .reduce((outer, inner) -> inner)
        .map(fault -> text(String.valueOf(fault.getMessage())).replaceFirst(ROWS, ""))
        .map(fault -> BusinessRuleException.conflict("A table cannot answer: " + fault + "."));
  }

  private static boolean isNotTheModels(Throwable cause) {
    return cause instanceof SQLException
        || cause instanceof AuthorizationException
        || cause instanceof OptimisticLockingException;
  }

  private static String problems(ParseException wrong) {
    return wrong.getResorceReports().stream()
        .flatMap(
            file ->
                file.getErrors().stream()
                    .map(
                        problem ->
                            new ModelPolicy.Problem(
                                file.getResourceName(),
                                place(problem),
                                text(problem.getMessage()))))
        .map(ModelPolicy.Problem::toString)
        .collect(Collectors.joining("\n"));
  }

  private static String place(Problem problem) {
    return problem.getMainElementId() == null
        ? "line " + problem.getLine()
        : "%s (line %d)".formatted(problem.getMainElementId(), problem.getLine());
  }

  private static String messages(List<Throwable> causes) {
    return causes.stream()
            .map(cause -> text(String.valueOf(cause.getMessage())))
            .distinct()
            .collect(Collectors.joining(": "))
        + ".";
  }

  /** Without the engine's numbers, and with the ids of what it has in memory. */
  private static String text(String message) {
    return OBJECT
        .matcher(message.replaceAll("\\b[A-Z/]+-\\d+ ", ""))
        .replaceAll(object -> object.group(1) == null ? "" : "'$1' ")
        .strip()
        .replaceFirst("\\.+\\s*$", "");
  }

  private static List<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).toList();
  }
}
