package film.finalsay.approval;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms show texts as Markdown; what people typed must come out as they typed it. */
public final class Markdown {

  private static final Pattern SPECIAL = Pattern.compile("([\\\\`*_{}\\[\\]<>()#+!|~-])");

  /** What the forms make a link of: a host that is one, and what stands behind it. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\b(?:https?://|www\\.)[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\\d{1,5})?"
              + "(?:[/?#](?:[A-Za-z0-9._/?=&%#:@,+-]*[A-Za-z0-9/=%#-])?)?");

  private Markdown() {}

  /** The text with every mark that Markdown would act on made plain; addresses stay links. */
  public static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    Matcher addresses = ADDRESS.matcher(text);
    int end = 0;
    while (addresses.find()) {
      plain.append(label(text.substring(end, addresses.start()))).append(addresses.group());
      end = addresses.end();
    }
    return plain.append(label(text.substring(end))).toString();
  }

  /** The same for what a link is called: nothing in it is a link of its own. */
  public static String label(String text) {
    return SPECIAL.matcher(text).replaceAll("\\\\$1");
  }
}
