package film.finalsay.engine.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the fields of a Camunda Form, as the Modeler writes it. */
final class CamundaForm {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<String, FieldKind> KINDS =
      Map.ofEntries(
          Map.entry("textfield", FieldKind.TEXT),
          Map.entry("textarea", FieldKind.TEXT),
          Map.entry("number", FieldKind.NUMBER),
          Map.entry("checkbox", FieldKind.CHECK),
          Map.entry("radio", FieldKind.ONE),
          Map.entry("select", FieldKind.ONE),
          Map.entry("taglist", FieldKind.SOME),
          Map.entry("checklist", FieldKind.SOME),
          Map.entry("date", FieldKind.DAY),
          Map.entry("time", FieldKind.TIME),
          Map.entry("datetime", FieldKind.MOMENT),
          Map.entry("dynamiclist", FieldKind.ROWS));

  /** Patterns that a form names instead of writing them out. */
  private static final Map<String, HeldPattern> NAMED_PATTERNS =
      Map.of(
          "email", HeldPattern.of("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$").orElseThrow(),
          "phone", HeldPattern.of("^(\\+|00)\\d{5,23}$").orElseThrow());

  private static final Map<String, String> HINTS =
      Map.of("email", "an e-mail address", "phone", "a telephone number as in +441632960001");

  private CamundaForm() {}

  static FormFields read(String form) {
    try {
      return fields(JSON.readTree(form).path("components"), List.of());
    } catch (JsonProcessingException unreadable) {
      return FormFields.NONE;
    }
  }

  private static FormFields fields(JsonNode components, List<String> hide) {
    Map<String, FormField> fields = new LinkedHashMap<>();
    asked(components, hide).forEach(field -> fields.merge(field.name(), field, CamundaForm::both));
    return FormFields.of(fields.values().stream());
  }

  /** Parts of one thing may be asked for in several places. */
  private static FormField both(FormField one, FormField other) {
    return one.kind() == FieldKind.PARTS && other.kind() == FieldKind.PARTS
        ? parts(
            one.name(),
            one.label(),
            FormFields.of(Stream.concat(one.parts().all().stream(), other.parts().all().stream())))
        : other;
  }

  /** A group without a path is none of its own. What is only shown is not asked for. */
  private static Stream<FormField> asked(JsonNode components, List<String> hideAround) {
    return StreamSupport.stream(components.spliterator(), false)
        .flatMap(
            component -> {
              String name = component.path("path").asText(component.path("key").asText(""));
              List<String> hide = with(hideAround, component.path("conditional").path("hide"));
              if (name.isEmpty()) {
                return asked(component.path("components"), hide);
              }
              return component.path("readonly").asBoolean()
                      || component.path("disabled").asBoolean()
                  ? Stream.empty()
                  : Stream.of(at(List.of(name.split("\\.")), component, hide));
            });
  }

  private static FormField at(List<String> path, JsonNode component, List<String> hide) {
    return path.size() == 1
        ? field(path.get(0), component, hide)
        : parts(
            path.get(0),
            null,
            FormFields.of(Stream.of(at(path.subList(1, path.size()), component, hide))));
  }

  private static FormField parts(String name, String label, FormFields parts) {
    return new FormField(
        name, label, FieldKind.PARTS, false, Limits.NONE, Options.UNKNOWN, List.of(), parts);
  }

  private static FormField field(String name, JsonNode component, List<String> hide) {
    String type = component.path("type").asText();
    JsonNode parts = component.path("components");
    if (type.equals("group")) {
      return parts(name, Label.of(component.path("label").asText()), fields(parts, hide));
    }
    String kind = type.equals("datetime") ? component.path("subtype").asText(type) : type;
    JsonNode properties = component.path("properties");
    boolean readByProduct =
        properties.path("lines").asText().equals("yes")
            || properties.path("file").asText().equals("yes");
    return new FormField(
        name,
        Label.of(component.path("label").asText(component.path("dateLabel").asText())),
        readByProduct ? FieldKind.ANY : KINDS.getOrDefault(kind, FieldKind.ANY),
        component.path("validate").path("required").asBoolean(),
        limits(component),
        options(component),
        hide,
        fields(parts, List.of()));
  }

  private static List<String> with(List<String> around, JsonNode hide) {
    if (!hide.isTextual()) {
      return around;
    }
    List<String> all = new ArrayList<>(around);
    all.add(hide.asText().replaceFirst("^=", ""));
    return all;
  }

  /** A limit that the browser works out is none here. */
  private static Limits limits(JsonNode component) {
    JsonNode validate = component.path("validate");
    String named = validate.path("validationType").asText();
    HeldPattern pattern =
        NAMED_PATTERNS.containsKey(named)
            ? NAMED_PATTERNS.get(named)
            : validate.path("pattern").asText("").isEmpty()
                ? null
                : HeldPattern.of(validate.path("pattern").asText()).orElse(null);
    return new Limits(
        decimal(validate.path("min")),
        decimal(validate.path("max")),
        whole(component.path("decimalDigits")),
        whole(validate.path("minLength")),
        whole(validate.path("maxLength")),
        pattern,
        HINTS.getOrDefault(named, Label.plain(component.path("description").asText())));
  }

  private static BigDecimal decimal(JsonNode limit) {
    try {
      return limit.isValueNode() && !limit.isNull() ? new BigDecimal(limit.asText()) : null;
    } catch (NumberFormatException workedOut) {
      return null;
    }
  }

  private static Integer whole(JsonNode limit) {
    BigDecimal number = decimal(limit);
    return number == null ? null : number.intValue();
  }

  private static Options options(JsonNode component) {
    JsonNode values = component.path("values");
    if (!values.isEmpty()) {
      return new Options(
          StreamSupport.stream(values.spliterator(), false)
              .map(value -> Options.Option.of(JSON.convertValue(value, Object.class)))
              .toList(),
          null);
    }
    return new Options(null, component.path("valuesKey").asText(null));
  }
}
