package film.finalsay.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * What a step or a start asks a person for: the fields of its form, and those that the model names
 * besides.
 */
final class AskedFields {

  /** The extension property that names fields, by commas, which no form has. */
  private static final String FIELDS = "fields";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern HTML_FIELD = Pattern.compile("cam-variable-name=\"([^\"]+)\"");

  /** A form that the product itself serves, and so has in one version only. */
  private static final String SERVED = "embedded:/";

  private static final String DEPLOYED = "deployment:";

  static final AskedFields OPEN = new AskedFields(Set.of(), null, false);

  private final Set<String> named;
  private final String formKey;
  private final boolean deployed;

  private AskedFields(Set<String> named, String formKey, boolean deployed) {
    this.named = named;
    this.formKey = formKey;
    this.deployed = deployed;
  }

  static AskedFields of(Element element) {
    String formKey = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formKey");
    String formRef = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formRef");
    Set<String> named =
        Stream.of(
                ModelProperties.names(element, FIELDS).stream(),
                ModelProperties.extensions(element, "formData").stream()
                    .flatMap(
                        form ->
                            form
                                .elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formField")
                                .stream())
                    .map(field -> field.attribute("id")),
                ModelProperties.extensions(element, "formProperty").stream()
                    .map(field -> field.attribute("variable", field.attribute("id"))))
            .flatMap(names -> names)
            .collect(Collectors.toUnmodifiableSet());
    return new AskedFields(
        named, formKey, formRef != null || (formKey != null && formKey.contains(DEPLOYED)));
  }

  /** Whether the model leaves it open what is asked for. */
  boolean isOpen() {
    return named.isEmpty() && formKey == null && !deployed;
  }

  /**
   * The first of some names that is not asked for.
   *
   * @param form reads the form that was deployed with the model; asked only if need be
   */
  Optional<String> firstNotAsked(Set<String> names, Supplier<InputStream> form) {
    Set<String> left = new HashSet<>(names);
    left.removeAll(named);
    if (!left.isEmpty()) {
      left.removeAll(ofForm(form));
    }
    return left.stream().sorted().findFirst();
  }

  private Set<String> ofForm(Supplier<InputStream> form) {
    if (deployed) {
      try (InputStream content = form.get()) {
        return fields(content);
      } catch (NotFoundException noSuchForm) {
        return Set.of();
      } catch (IOException inMemory) {
        throw new UncheckedIOException(inMemory);
      }
    }
    if (formKey == null || !formKey.startsWith(SERVED)) {
      return Set.of();
    }
    String served = "/static/" + formKey.substring(SERVED.length());
    try (InputStream content = AskedFields.class.getResourceAsStream(served)) {
      return content == null ? Set.of() : fields(content);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Set<String> fields(InputStream form) throws IOException {
    String content =
        new String(form.readAllBytes(), StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "").strip();
    if (!content.startsWith("{")) {
      return HTML_FIELD
          .matcher(content)
          .results()
          .map((MatchResult field) -> field.group(1))
          .collect(Collectors.toSet());
    }
    Set<String> fields = new HashSet<>();
    collect(JSON.readTree(content).path("components"), fields);
    return fields;
  }

  /**
   * A list of rows is one field, named by its path; a group without a path is none. What is only
   * shown is not asked for.
   */
  private static void collect(JsonNode components, Set<String> fields) {
    for (JsonNode component : components) {
      String name = component.path("path").asText(component.path("key").asText(""));
      if (name.isEmpty()) {
        collect(component.path("components"), fields);
      } else if (!component.path("readonly").asBoolean()
          && !component.path("disabled").asBoolean()) {
        fields.add(name.split("\\.", 2)[0]);
      }
    }
  }
}
