package film.finalsay.engine.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** Reads the fields of a page of the product that is shown as a form. */
public final class FormPage {

  private static final Pattern TAG = Pattern.compile("<(input|textarea|select)\\b([^>]*)>");
  private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)(?:=\"([^\"]*)\")?");
  private static final Pattern LABEL =
      Pattern.compile("<label\\b[^>]*\\bfor=\"([^\"]*)\"[^>]*>(.*?)</label>", Pattern.DOTALL);
  private static final Pattern OPTION =
      Pattern.compile("<option\\b[^>]*\\bvalue=\"([^\"]+)\"[^>]*>(.*?)</option>", Pattern.DOTALL);

  private static final Pattern OURS = Pattern.compile("embedded:(/forms/[a-z0-9-]+\\.html)");

  private FormPage() {}

  /** Tells if a model may open it: a page that comes with the product. */
  public static boolean isOurs(String formKey) {
    Matcher page = OURS.matcher(formKey);
    return page.matches() && new ClassPathResource("static" + page.group(1)).exists();
  }

  static FormFields read(String page) {
    Map<String, String> labels = new HashMap<>();
    LABEL.matcher(page).results().forEach(found -> labels.put(found.group(1), found.group(2)));
    return FormFields.of(
        TAG.matcher(page)
            .results()
            .filter(tag -> tag.group(2).contains("cam-variable-name="))
            .map(tag -> field(page, tag, labels)));
  }

  private static FormField field(String page, MatchResult tag, Map<String, String> labels) {
    Map<String, String> is = new HashMap<>();
    ATTRIBUTE
        .matcher(tag.group(2))
        .results()
        .forEach(attribute -> is.put(attribute.group(1), attribute.group(2)));
    String longest = is.getOrDefault("ng-maxlength", is.get("maxlength"));
    boolean limited = longest != null && longest.matches("\\d{1,9}");
    return new FormField(
        is.get("cam-variable-name"),
        Label.of(labels.getOrDefault(is.get("id"), "")),
        tag.group(1).equals("select") ? FieldKind.ONE : kind(is.get("cam-variable-type")),
        is.containsKey("required"),
        new Limits(null, null, null, null, limited ? Integer.valueOf(longest) : null, null, null),
        tag.group(1).equals("select") ? options(page, tag.end()) : Options.UNKNOWN,
        List.of(),
        FormFields.NONE);
  }

  private static FieldKind kind(String type) {
    return "String".equals(type) ? FieldKind.TEXT : FieldKind.ANY;
  }

  private static Options options(String page, int from) {
    int end = page.indexOf("</select>", from);
    Matcher option = OPTION.matcher(page).region(from, end < 0 ? page.length() : end);
    List<Options.Option> drawn =
        option
            .results()
            .map(found -> new Options.Option(found.group(1), Label.of(found.group(2))))
            .toList();
    return drawn.isEmpty() ? Options.UNKNOWN : new Options(drawn, null);
  }
}
