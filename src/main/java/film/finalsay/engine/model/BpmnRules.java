package film.finalsay.engine.model;

import static film.finalsay.engine.model.XmlModel.attributes;
import static film.finalsay.engine.model.XmlModel.children;
import static film.finalsay.engine.model.XmlModel.text;
import static film.finalsay.engine.model.XmlModel.values;

import film.finalsay.engine.form.FormPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.util.xml.Namespace;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** What a process may hold to be deployed. */
record BpmnRules(ExpressionCheck expressions, Predicate<String> isForm) {

  private static final String NO_SCRIPT = "brings a script, and none is run here";
  private static final String NO_CLASS = "names a class; a model names steps of the product";

  private static final String DRAWN_FORM =
      "has a form that the engine would draw; use a Camunda form, or a page of the product";

  private static final Map<String, String> ELEMENTS =
      Map.of(
          "formData",
          DRAWN_FORM,
          "formProperty",
          DRAWN_FORM,
          "scriptTask",
          NO_SCRIPT,
          "script",
          NO_SCRIPT,
          "connector",
          "has a connector, and there is none here",
          "field",
          "fills a field of a step, and steps take nothing but variables");

  private static final Map<String, String> ATTRIBUTES =
      Map.of(
          "class", NO_CLASS,
          "formHandlerClass", NO_CLASS,
          "variableMappingClass", NO_CLASS,
          "variableMappingDelegateExpression", "maps variables by code; map them one by one",
          "scriptFormat", NO_SCRIPT,
          "resource", NO_SCRIPT,
          "language", "has a condition in another language than ${…}",
          "caseRef", "calls a case, and there are none here");

  /** What is wrong with the element itself, in words that follow its id. */
  List<String> problems(Element element) {
    List<String> problems = new ArrayList<>(notForModels(element));
    named(element, "delegateExpression", step -> expressions.step(step).isEmpty())
        .forEach(step -> problems.add("names " + step + ", which is no step of the product"));
    values(element, "delegateExpression").stream()
        .flatMap(step -> expressions.effect(step).stream())
        .flatMap(effect -> EffectSteps.problems(effect, element).stream())
        .forEach(problems::add);
    named(element, "formKey", page -> !FormPage.isOurs(page))
        .forEach(page -> problems.add("opens " + page + ", which is no page of the product"));
    named(element, "formRef", form -> !isForm.test(form))
        .forEach(form -> problems.add("opens the form " + form + ", which is not deployed"));
    named(element, "formRefVersion", ExpressionCheck::isExpression)
        .forEach(
            version ->
                problems.add(
                    "opens a form in the version %s; write its number".formatted(version)));
    problems.addAll(ofProcesses(element));
    problems.addAll(LiteralRules.problems(element));
    if (beginsByItself(element)) {
      problems.add("begins without anybody who asks; let a person start the process, or call it");
    }
    problems.addAll(UserTaskRules.problems(element));
    problems.addAll(EndEventRules.problems(element));
    problems.addAll(TimerRules.problems(element));
    Stream.concat(attributes(element).map(Attr::getValue), Stream.of(text(element)))
        .filter(ExpressionCheck::isExpression)
        .forEach(text -> problems.addAll(expressions.problems(text)));
    return problems;
  }

  /** The start of a whole process, by a signal, a message, a condition or a timer. */
  private static boolean beginsByItself(Element element) {
    return "startEvent".equals(element.getLocalName())
        && "process".equals(element.getParentNode().getLocalName())
        && children(element).anyMatch(is -> is.getLocalName().endsWith("EventDefinition"));
  }

  private static List<String> ofProcesses(Element element) {
    List<String> problems = new ArrayList<>();
    if ("definitions".equals(element.getLocalName())
        && children(element).noneMatch(BpmnRules::isStartedHere)) {
      problems.add("has no process that can be started: set \"Executable\"");
    }
    if (isStartedHere(element)) {
      if (values(element, "id").isEmpty()) {
        problems.add("has a process without an id");
      }
      if (values(element, "historyTimeToLive").isEmpty()) {
        problems.add("does not say how long its history is kept: set \"History time to live\"");
      }
    }
    return problems;
  }

  /** The engine passes over a process that is drawn only to be looked at. */
  private static boolean isStartedHere(Element element) {
    return "process".equals(element.getLocalName())
        && values(element, "isExecutable").stream().allMatch("true"::equals);
  }

  private static List<String> notForModels(Element element) {
    List<String> problems = new ArrayList<>();
    if (ELEMENTS.containsKey(element.getLocalName())) {
      problems.add(ELEMENTS.get(element.getLocalName()));
    }
    attributes(element).map(Attr::getLocalName).map(ATTRIBUTES::get).forEach(problems::add);
    problems.removeIf(reason -> reason == null);
    attributes(element)
        .filter(type -> "type".equals(type.getLocalName()) && isEngines(type.getNamespaceURI()))
        .forEach(
            type -> problems.add("is of the type %s, which nobody works here".formatted(type)));
    if ("constraint".equals(element.getLocalName())
        && "validator".equals(element.getAttribute("name"))) {
      problems.add("checks a field by code; use a constraint of the Modeler's");
    }
    return problems;
  }

  private static Stream<String> named(Element element, String attribute, Predicate<String> wrong) {
    return values(element, attribute).stream().filter(wrong).map(text -> "\"" + text + "\"");
  }

  static boolean isEngines(String namespace) {
    Namespace engines = BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS;
    return engines.getNamespaceUri().equals(namespace)
        || engines.getAlternativeUri().equals(namespace);
  }
}
