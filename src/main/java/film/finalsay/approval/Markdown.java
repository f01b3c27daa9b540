package film.finalsay.approval;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms show texts as Markdown; what people typed must come out as they typed it. */
public final class Markdown {

  private static final Pattern SPECIAL = Pattern.compile("([\\\\`*_{}\\[\\]<>()#+!|~-])");

  /** The forms make a link of it; what they take for marks elsewhere is part of it. */
  private static final Pattern ADDRESS = Pattern.compile("\\b(?:https?://|www\\.)[^\\s<>`|]+");

  private Markdown() {}

  /** The text with every mark that Markdown would act on made plain; addresses stay links. */
  public static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    Matcher addresses = ADDRESS.matcher(text);
    int end = 0;
    while (addresses.find()) {
      plain.append(escaped(text.substring(end, addresses.start()))).append(addresses.group());
      end = addresses.end();
    }
    return plain.append(escaped(text.substring(end))).toString();
  }

  private static String escaped(String text) {
    return SPECIAL.matcher(text).replaceAll("\\\\$1");
  }
}
