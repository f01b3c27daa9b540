package film.finalsay.engine.model;

import static film.finalsay.engine.model.XmlModel.children;
import static film.finalsay.engine.model.XmlModel.text;
import static film.finalsay.engine.model.XmlModel.values;

import camundajar.impl.scala.util.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.model.dmn.impl.DmnModelConstants;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.w3c.dom.Element;

/** What a decision table may hold to be deployed: FEEL, which reaches what the table is asked. */
final class DmnRules {

  private static final Set<String> FEEL =
      Set.of(
          "feel",
          DmnModelConstants.FEEL_NS,
          DmnModelConstants.FEEL12_NS,
          DmnModelConstants.FEEL13_NS,
          DmnModelConstants.FEEL14_NS,
          DmnModelConstants.FEEL15_NS);

  private static final Set<String> EXPRESSIONS =
      Set.of("inputExpression", "outputEntry", "literalExpression");

  private final FeelEngine feel = new FeelEngine.Builder().build();

  /** What is wrong with the element itself, in words that follow its id. */
  List<String> problems(Element element) {
    List<String> problems = new ArrayList<>(LiteralRules.tooLong(element));
    values(element, "expressionLanguage").stream()
        .filter(language -> !FEEL.contains(language.toLowerCase(Locale.ROOT)))
        .filter(language -> !FEEL.contains(language))
        .forEach(language -> problems.add("is written in %s; write FEEL".formatted(language)));
    if ("definitions".equals(element.getLocalName())
        && children(element).noneMatch(child -> "decision".equals(child.getLocalName()))) {
      problems.add("has no decision");
    }
    if ("decision".equals(element.getLocalName()) && values(element, "id").isEmpty()) {
      problems.add("has a decision without an id");
    }
    if ("decision".equals(element.getLocalName())
        && values(element, "historyTimeToLive").isEmpty()) {
      problems.add("does not say how long its history is kept: set \"History time to live\"");
    }
    if (problems.isEmpty() && EXPRESSIONS.contains(element.getLocalName())) {
      read(element, feel::parseExpression, problems);
    }
    if (problems.isEmpty() && "inputEntry".equals(element.getLocalName())) {
      read(element, feel::parseUnaryTests, problems);
    }
    return problems;
  }

  private static void read(
      Element element,
      Function<String, Either<Failure, ParsedExpression>> parser,
      List<String> problems) {
    children(element)
        .filter(child -> "text".equals(child.getLocalName()))
        .map(child -> text(child).strip())
        .filter(text -> !text.isEmpty())
        .forEach(text -> problems.addAll(FeelCell.problems(parser.apply(text))));
  }
}
