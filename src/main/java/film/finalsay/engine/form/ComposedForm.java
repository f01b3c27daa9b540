package film.finalsay.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import film.finalsay.approval.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Puts the form of one step together: what its own file holds, with the forms that this includes,
 * within {@code every-step.form}. What a form shows or asks for by itself is not added to it, so
 * that one with everything in it stays as it is.
 */
public final class ComposedForm {

  /** The form of a step whose model names none. */
  static final String GENERAL = "every-step";

  /** The custom property of a component in whose place another form is shown. */
  private static final String INCLUDES = "form";

  /** The variable of a part by which a form is known to show it already. */
  private static final String UNLESS = "unless";

  private static final FormParts EVERY_STEP = FormParts.read(GENERAL + ".form");

  private final List<Outcome> outcomes;
  private final boolean isOneOfSeveral;

  /**
   * @param outcomes the answers that the step accepts
   * @param isOneOfSeveral whether the step asks several questions at once; the guidance that was
   *     given last may be about another
   */
  public ComposedForm(List<Outcome> outcomes, boolean isOneOfSeveral) {
    this.outcomes = outcomes.stream().filter(Predicate.not(Outcome::isByDeadline)).toList();
    this.isOneOfSeveral = isOneOfSeveral;
  }

  /**
   * The form of a step whose model names none.
   *
   * @param fields what the model asks for besides
   */
  JsonNode general(Collection<String> fields) {
    ObjectNode own = EVERY_STEP.form().deepCopy();
    ArrayNode components = own.putArray("components").add(EVERY_STEP.part("step_content"));
    fields.stream()
        .filter(Predicate.not(AskedFields.OF_EVERY_STEP::contains))
        .sorted()
        .forEach(
            name ->
                components
                    .addObject()
                    .put("type", "textfield")
                    .put("id", "field_" + name)
                    .put("key", name)
                    .put("label", FormParts.inWords(name)));
    return around(own);
  }

  /**
   * @param included finds a form by its id; null if there is none
   */
  JsonNode of(JsonNode own, Function<String, JsonNode> included) {
    ObjectNode whole = own.deepCopy();
    ArrayNode components = whole.putArray("components");
    for (JsonNode component : own.path("components")) {
      JsonNode other =
          component.path("properties").has(INCLUDES)
              ? included.apply(component.path("properties").path(INCLUDES).asText())
              : null;
      if (other == null) {
        components.add(component);
      } else {
        other.path("components").forEach(components::add);
      }
    }
    return around(whole);
  }

  /** What stands before the answer in the form's own file stays before it. */
  private JsonNode around(JsonNode own) {
    AnswerGroup answer = new AnswerGroup(own, EVERY_STEP.part("step_answer"), outcomes);
    List<JsonNode> before = new ArrayList<>();
    List<JsonNode> after = new ArrayList<>();
    for (JsonNode component : own.path("components")) {
      if (component == answer.decision()) {
        before.addAll(after);
        after.clear();
      } else if (component != answer.comment()) {
        after.add(component);
      }
    }
    ObjectNode form = own.deepCopy();
    ArrayNode components = form.putArray("components");
    for (JsonNode part : EVERY_STEP.parts()) {
      switch (part.path("id").asText()) {
        case "step_answer" -> components.addAll(before).add(answer.composed());
        case "step_content" -> components.addAll(after);
        default -> {
          if (!isShown(own, part.path("properties").path(UNLESS).asText())) {
            components.add(part);
          }
        }
      }
    }
    return form;
  }

  private boolean isShown(JsonNode own, String variable) {
    return own.toString().contains("{{" + variable + "}}")
        || (isOneOfSeveral && variable.equals("guidance"));
  }
}
