package film.finalsay.engine.form;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** The pages that a model may open as a form: those that come with the product. */
public final class PagesOfForms {

  private static final Pattern OUR_PAGE = Pattern.compile("embedded:(/forms/[a-z0-9-]+\\.html)");

  private PagesOfForms() {}

  public static boolean has(String formKey) {
    Matcher page = OUR_PAGE.matcher(formKey);
    return page.matches() && new ClassPathResource("static" + page.group(1)).exists();
  }
}
