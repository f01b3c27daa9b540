package film.finalsay.engine.form;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

  /** The extension properties; of two of a name the first counts. */
  public static Map<String, String> all(Element element) {
    return extensions(element, "properties").stream()
        .flatMap(properties -> properties.elementsNS(CAMUNDA, "property").stream())
        .filter(property -> property.attribute("name") != null)
        .filter(property -> property.attribute("value") != null)
        .collect(
            Collectors.toMap(
                property -> property.attribute("name"),
                property -> property.attribute("value"),
                (first, second) -> first));
  }

  /** An extension property. */
  public static Optional<String> text(Element element, String name) {
    return Optional.ofNullable(all(element).get(name));
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
