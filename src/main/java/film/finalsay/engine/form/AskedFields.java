package film.finalsay.engine.form;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;

/**
 * The fields for which a step or a start asks a person: those of its form, and those that the model
 * names besides.
 */
public final class AskedFields {

  /** What every step asks for, whatever its form. */
  public static final List<String> OF_EVERY_STEP = List.of("decision", "comment");

  public static final AskedFields OPEN = new AskedFields(List.of(), new DeployedForms());

  private static final Namespace CAMUNDA = BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS;

  private final List<FormField> drawn;
  private final DeployedForms forms;

  private AskedFields(List<FormField> drawn, DeployedForms forms) {
    this.drawn = drawn;
    this.forms = forms;
  }

  /**
   * @param named fields that the model names, and no form has
   */
  public static AskedFields of(Element element, Set<String> named, DeployedForms forms) {
    return new AskedFields(
        Stream.concat(
                named.stream(),
                Stream.ofNullable(element.element("extensionElements"))
                    .flatMap(AskedFields::generated))
            .map(FormField::any)
            .toList(),
        forms);
  }

  /** Models of before have some that the engine would show, and nobody is shown any more. */
  private static Stream<String> generated(Element extensions) {
    return Stream.concat(
        extensions.elementsNS(CAMUNDA, "formData").stream()
            .flatMap(form -> form.elementsNS(CAMUNDA, "formField").stream())
            .map(field -> field.attribute("id")),
        extensions.elementsNS(CAMUNDA, "formProperty").stream()
            .map(field -> field.attribute("variable", field.attribute("id"))));
  }

  /** The names of those that the model names, and no form has. */
  public Set<String> named() {
    return drawn.stream().map(FormField::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * @param form which form the step or the start opens
   * @param deploymentId with which the model was deployed
   * @param scope knows which form it is, where the model leaves that open
   * @return empty if the model leaves it open what is asked for
   */
  public Optional<FormFields> in(FormDefinition form, String deploymentId, VariableScope scope) {
    Optional<FormFields> fields = forms.of(form, deploymentId, scope);
    return fields.isEmpty() && drawn.isEmpty()
        ? Optional.empty()
        : Optional.of(
            FormFields.of(
                Stream.concat(
                    drawn.stream(), fields.stream().flatMap(each -> each.all().stream()))));
  }
}
