package film.finalsay.engine.guard;

import film.finalsay.engine.form.AskedFields;
import film.finalsay.engine.model.ExpressionNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;

/**
 * The names under which a process has what was answered in it: those of the answer itself, of what
 * is made of it, and of what a process hands back that is called.
 */
final class AnswerNames {

  private static final Namespace CAMUNDA = BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS;

  /** A variable, and the names of which it is made. */
  private record Made(String name, Set<String> of) {}

  private AnswerNames() {}

  static Set<String> in(Element process) {
    Set<String> answers = new HashSet<>(AskedFields.OF_EVERY_STEP);
    List<Made> made = new ArrayList<>();
    all(process)
        .forEach(
            element -> {
              String result = element.attributeNS(CAMUNDA, "resultVariable");
              String expression = element.attributeNS(CAMUNDA, "expression");
              if (element.getTagName().equals("outputParameter")) {
                made.add(new Made(element.attribute("name"), names(element)));
              } else if (element.getTagName().equals("out")) {
                made.add(new Made(element.attribute("target"), answers));
              } else if (result != null && expression != null) {
                made.add(new Made(result, ExpressionNames.in(expression)));
              }
            });
    while (made.stream()
        .filter(variable -> variable.name != null)
        .filter(variable -> !Collections.disjoint(variable.of, answers))
        .anyMatch(variable -> answers.add(variable.name))) {
      // and what is made of that one
    }
    return Set.copyOf(answers);
  }

  private static Set<String> names(Element output) {
    return all(output)
        .flatMap(element -> ExpressionNames.in(element.getText()).stream())
        .collect(Collectors.toSet());
  }

  private static Stream<Element> all(Element element) {
    return Stream.concat(Stream.of(element), element.elements().stream().flatMap(AnswerNames::all));
  }
}
