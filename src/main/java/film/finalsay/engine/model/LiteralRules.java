package film.finalsay.engine.model;

import static film.finalsay.engine.model.XmlModel.attributes;
import static film.finalsay.engine.model.XmlModel.text;
import static film.finalsay.engine.model.XmlModel.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Figures, days and names that the engine would stumble over only when the model runs. */
final class LiteralRules {

  private record Rule(Predicate<String> fits, String wanted) {}

  private static final Rule VERSION =
      new Rule(version -> version.matches("[1-9]\\d{0,8}"), "a whole number");
  private static final Rule COUNT =
      new Rule(count -> count.matches("\\d{1,9}"), "a whole number from 0");
  private static final Rule PRIORITY =
      new Rule(priority -> priority.matches("-?\\d{1,9}"), "a whole number");
  private static final Rule DAY =
      new Rule(readBy(new DueDateBusinessCalendar()), "a day such as 2026-03-01T12:00:00 or P5D");
  private static final Rule DURATION =
      new Rule(readBy(new DurationBusinessCalendar()), "a period such as P5D or PT48H");
  private static final Rule CYCLE =
      new Rule(readBy(new CycleBusinessCalendar()), "a cycle such as R3/PT24H");

  private static final Map<String, Rule> ATTRIBUTES =
      Map.of(
          "formRefVersion", VERSION,
          "calledElementVersion", VERSION,
          "decisionRefVersion", VERSION,
          "priority", PRIORITY,
          "dueDate", DAY,
          "followUpDate", DAY);

  private static final Map<String, Rule> ELEMENTS =
      Map.of(
          "loopCardinality", COUNT,
          "timeDuration", DURATION,
          "timeDate", DAY,
          "timeCycle", CYCLE);

  /** What the engine's tables hold of each. */
  private static final Map<String, Integer> LONGEST =
      Map.of("id", 255, "name", 255, "targetNamespace", 255, "namespace", 255, "versionTag", 64);

  private LiteralRules() {}

  static List<String> problems(Element element) {
    List<String> problems = new ArrayList<>(tooLong(element));
    attributes(element)
        .filter(attribute -> ATTRIBUTES.containsKey(attribute.getLocalName()))
        .flatMap(
            attribute ->
                wrong(
                    attribute.getLocalName(),
                    attribute.getValue(),
                    ATTRIBUTES.get(attribute.getLocalName())))
        .forEach(problems::add);
    Rule ofText = ELEMENTS.get(element.getLocalName());
    if (ofText != null) {
      wrong(element.getLocalName(), text(element), ofText).forEach(problems::add);
    }
    if (values(element, "formRefBinding").contains("version")
        && values(element, "formRefVersion").isEmpty()) {
      problems.add("opens a form in one version, and does not say which: set \"Version\"");
    }
    return problems;
  }

  /** What is longer than the engine can keep. */
  static List<String> tooLong(Element element) {
    return attributes(element)
        .filter(is -> is.getValue().length() > longest(is))
        .map(
            is ->
                "has the %s \"%s…\"; at most %d characters are kept"
                    .formatted(is.getLocalName(), is.getValue().substring(0, 20), longest(is)))
        .toList();
  }

  private static int longest(Attr attribute) {
    return LONGEST.getOrDefault(attribute.getLocalName(), Integer.MAX_VALUE);
  }

  private static Stream<String> wrong(String name, String value, Rule rule) {
    return Stream.of(value.strip())
        .filter(text -> !text.isEmpty() && !ExpressionCheck.isExpression(text))
        .filter(text -> !rule.fits().test(text))
        .map(text -> "has the %s \"%s\"; it has to be %s".formatted(name, text, rule.wanted()));
  }

  private static Predicate<String> readBy(BusinessCalendar calendar) {
    return text -> {
      // the engine would reckon on from there without end; it is told by the rules for timers
      if (TimerRules.flaw(text).isPresent()) {
        return true;
      }
      try {
        return calendar.resolveDuedate(text) != null;
      } catch (RuntimeException unreadable) {
        return false;
      }
    };
  }
}
