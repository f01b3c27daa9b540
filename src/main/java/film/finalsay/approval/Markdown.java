package film.finalsay.approval;

import java.util.regex.Pattern;

/** The forms show texts as Markdown; what people typed must come out as they typed it. */
public final class Markdown {

  private static final Pattern SPECIAL = Pattern.compile("([\\\\`*_{}\\[\\]<>()#+!|~-])");

  private Markdown() {}

  /** The text with every mark that Markdown would act on made plain. */
  public static String plain(String text) {
    return SPECIAL.matcher(text).replaceAll("\\\\$1");
  }
}
