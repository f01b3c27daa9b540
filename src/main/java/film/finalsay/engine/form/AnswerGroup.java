package film.finalsay.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import film.finalsay.approval.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The decision and its comment as a form shows them: the common group, with the fields of the
 * form's own in their places; or the form's own group, with what it lacks.
 */
final class AnswerGroup {

  private static final String DECISION = "decision";
  private static final String COMMENT = "comment";

  private final JsonNode common;
  private final List<Outcome> outcomes;

  /** The form's own take the place of the common ones. */
  private final Map<String, String> words = new HashMap<>();

  private final JsonNode decision;
  private final JsonNode comment;

  /**
   * @param own the form's own, in whose words the answers are
   * @param common the group as every step has it, with words for every answer there is
   */
  AnswerGroup(JsonNode own, JsonNode common, List<Outcome> outcomes) {
    this.common = common;
    this.outcomes = outcomes;
    Stream.of(common, own).flatMap(AnswerGroup::choices).forEach(this::learn);
    this.decision = FormParts.in(own).filter(is -> holds(is, DECISION)).findFirst().orElse(null);
    this.comment = FormParts.in(own).filter(is -> hasKey(is, COMMENT)).findFirst().orElse(null);
  }

  /** The component of the form that asks for the decision; null if none does. */
  JsonNode decision() {
    return decision;
  }

  /** The component of the form that asks for the comment alone; null if none does. */
  JsonNode comment() {
    return comment;
  }

  JsonNode composed() {
    boolean hasOwnGroup = decision != null && !hasKey(decision, DECISION);
    ObjectNode group = (hasOwnGroup ? decision : common).deepCopy();
    ArrayNode fields =
        hasOwnGroup ? (ArrayNode) group.path("components") : group.putArray("components");
    boolean hasOwnComment = comment != null || (hasOwnGroup && holds(decision, COMMENT));
    for (JsonNode part : common.path("components")) {
      if (hasKey(part, DECISION)) {
        if (!hasOwnGroup) {
          fields.add(decision == null ? part.deepCopy() : inPlaceOf(part, decision));
        }
      } else if (!hasOwnComment) {
        addComment(fields, part.deepCopy());
      } else if (comment != null && hasKey(part, COMMENT)) {
        fields.add(inPlaceOf(part, comment));
      }
    }
    offer(group);
    return group;
  }

  private static JsonNode inPlaceOf(JsonNode part, JsonNode field) {
    return ((ObjectNode) field.deepCopy()).set("layout", part.path("layout"));
  }

  /** Exactly the answers that the step accepts. */
  private void offer(JsonNode component) {
    FormParts.in(component).forEach(this::offer);
    if (hasKey(component, DECISION)
        && !component.has("valuesKey")
        && !component.has("valuesExpression")) {
      ArrayNode values = ((ObjectNode) component).putArray("values");
      outcomes.forEach(
          outcome ->
              values
                  .addObject()
                  .put("label", words.get(outcome.name()))
                  .put("value", outcome.name()));
    }
  }

  /** The comment says when it is needed, and a line below it that it is still missing. */
  private void addComment(ArrayNode fields, ObjectNode part) {
    List<Outcome> without = outcomes.stream().filter(outcome -> !outcome.needsComment()).toList();
    boolean depends = !without.isEmpty() && without.size() < outcomes.size();
    if (hasKey(part, COMMENT)) {
      if (depends) {
        part.put("label", "Comment — required unless you " + either(without));
      } else if (without.isEmpty()) {
        part.put("label", "Comment").withObject("/validate").put("required", true);
      }
      fields.add(part);
    } else if (depends) {
      part.putObject("conditional").put("hide", "=" + isComplete(without));
      fields.add(part);
    }
  }

  private String either(List<Outcome> answers) {
    return answers.stream()
        .map(answer -> words.get(answer.name()))
        .map(word -> Character.toLowerCase(word.charAt(0)) + word.substring(1))
        .map(word -> word.split(" —", 2)[0])
        .collect(Collectors.joining(" or "));
  }

  private static String isComplete(List<Outcome> without) {
    return "decision = null or list contains([%s], decision) or (comment != null and comment != \"\")"
        .formatted(
            without.stream()
                .map(answer -> '"' + answer.name() + '"')
                .collect(Collectors.joining(", ")));
  }

  private void learn(JsonNode choice) {
    words.put(choice.path("value").asText(), choice.path("label").asText());
  }

  private static Stream<JsonNode> choices(JsonNode component) {
    return hasKey(component, DECISION)
        ? StreamSupport.stream(component.path("values").spliterator(), false)
        : FormParts.in(component).flatMap(AnswerGroup::choices);
  }

  private static boolean holds(JsonNode component, String key) {
    return hasKey(component, key) || FormParts.in(component).anyMatch(inner -> holds(inner, key));
  }

  private static boolean hasKey(JsonNode component, String key) {
    return component.path("key").asText().equals(key);
  }
}
