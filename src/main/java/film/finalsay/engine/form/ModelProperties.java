package film.finalsay.engine.form;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;

/** What the extensions of an element in a model say. */
public final class ModelProperties {

  private static final Namespace CAMUNDA = BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS;

  private ModelProperties() {}

  /** An extension property. */
  public static Optional<String> text(Element element, String name) {
    return extensions(element, "properties").stream()
        .flatMap(properties -> properties.elementsNS(CAMUNDA, "property").stream())
        .filter(property -> name.equals(property.attribute("name")))
        .findFirst()
        .map(property -> property.attribute("value"));
  }

  /** An extension property that lists names by commas. */
  public static Set<String> names(Element element, String name) {
    return text(element, name).stream()
        .flatMap(names -> Arrays.stream(names.split(",")))
        .map(String::strip)
        .filter(Predicate.not(String::isEmpty))
        .collect(Collectors.toUnmodifiableSet());
  }

  static List<Element> extensions(Element element, String name) {
    Element extensions = element.element("extensionElements");
    return extensions == null ? List.of() : extensions.elementsNS(CAMUNDA, name);
  }
}
