package film.finalsay.engine.model;

import static film.finalsay.engine.model.XmlModel.children;
import static film.finalsay.engine.model.XmlModel.values;

import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What the guard on every user task will ask for, as far as it can be known before. */
public final class UserTaskRules {

  /** The extension property by which a user task names the answers it accepts. */
  public static final String OUTCOMES = "outcomes";

  private static final int MAX_NAME = 200;

  private UserTaskRules() {}

  static List<String> problems(Element element) {
    List<String> problems = new ArrayList<>();
    if ("userTask".equals(element.getLocalName())) {
      String name = element.getAttribute("name");
      if (name.isBlank() || name.length() > MAX_NAME) {
        problems.add("needs a name of at most %d characters".formatted(MAX_NAME));
      }
      List<String> groups = values(element, "candidateGroups");
      if (groups.stream().allMatch(String::isBlank)
          && children(element).noneMatch(is -> "potentialOwner".equals(is.getLocalName()))) {
        problems.add("asks nobody: set a candidate group, " + roles());
      }
      unknown(groups, group -> Role.ofId(group).isPresent())
          .forEach(
              group -> problems.add("asks \"%s\", which is no role: %s".formatted(group, roles())));
    }
    if ("property".equals(element.getLocalName())
        && OUTCOMES.equals(element.getAttribute("name"))) {
      String answers = element.getAttribute("value");
      if (names(answers)
          .map(Outcome::of)
          .allMatch(answer -> answer.filter(Outcome::isByDeadline).isPresent())) {
        problems.add("accepts \"%s\", which nobody can answer: a deadline does".formatted(answers));
      }
      unknown(List.of(answers), name -> Outcome.of(name).isPresent())
          .forEach(
              name ->
                  problems.add(
                      "accepts the answer \"%s\"; known are %s"
                          .formatted(name, Arrays.toString(Outcome.values()))));
    }
    return problems;
  }

  private static Stream<String> unknown(List<String> commaSeparated, Predicate<String> known) {
    return commaSeparated.stream()
        .filter(names -> !names.isBlank() && !ExpressionCheck.isExpression(names))
        .flatMap(UserTaskRules::names)
        .filter(known.negate());
  }

  private static Stream<String> names(String commaSeparated) {
    return Arrays.stream(commaSeparated.split(",")).map(String::strip);
  }

  private static String roles() {
    return "one of " + Arrays.stream(Role.values()).map(Role::id).collect(Collectors.joining(", "));
  }
}
