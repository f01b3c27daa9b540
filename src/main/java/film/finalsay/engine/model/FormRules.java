package film.finalsay.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.engine.form.FormParts;
import film.finalsay.engine.form.HeldPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a Camunda form may hold to be deployed. The browser cleans what a form shows of script; what
 * it would fetch from elsewhere, or send there, is refused here.
 */
final class FormRules {

  private static final Pattern FROM_ELSEWHERE =
      Pattern.compile(
          "<\\s*(iframe|object|embed|form|base|link|meta|script|img|video|audio|svg)\\b"
              + "|!\\[|url\\s*\\(|@import|javascript:|<[^>]*\\bon[a-z]+\\s*=",
          Pattern.CASE_INSENSITIVE);

  private FormRules() {}

  static Optional<String> id(byte[] form) {
    JsonNode id = FormParts.tree(form).path("id");
    return Optional.of(id.asText()).filter(text -> id.isTextual() && !text.isBlank());
  }

  static List<ModelPolicy.Problem> problems(String file, byte[] form) {
    List<ModelPolicy.Problem> problems = new ArrayList<>();
    if (id(form).isEmpty()) {
      problems.add(new ModelPolicy.Problem(file, "id", "this is no form with an id"));
    }
    look(file, FormParts.tree(form).path("components"), problems);
    return problems;
  }

  private static void look(String file, JsonNode components, List<ModelPolicy.Problem> problems) {
    for (JsonNode component : components) {
      String type = component.path("type").asText();
      String place = component.path("id").asText(type);
      boolean shows = "html".equals(type) || "text".equals(type);
      String shown = component.path("content").asText() + component.path("text").asText();
      if ("iframe".equals(type)) {
        problems.add(new ModelPolicy.Problem(file, place, "shows a page from elsewhere"));
      }
      if ("image".equals(type) && !component.path("source").asText().startsWith("data:image/")) {
        problems.add(
            new ModelPolicy.Problem(file, place, "shows an image that is not in the form itself"));
      }
      if (shows && FROM_ELSEWHERE.matcher(shown).find()) {
        problems.add(
            new ModelPolicy.Problem(file, place, "shows more than text, tables and links"));
      }
      String pattern = component.path("validate").path("pattern").asText("");
      if (HeldPattern.of(pattern).isEmpty()) {
        problems.add(new ModelPolicy.Problem(file, place, "has a pattern that cannot be read"));
      }
      look(file, component.path("components"), problems);
    }
  }
}
