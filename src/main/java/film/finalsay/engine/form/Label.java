package film.finalsay.engine.form;

import java.util.regex.Pattern;

/** The words beside a field, as they stand at the beginning of a sentence about it. */
final class Label {

  private static final int LONGEST = 100;

  /** Marks of a text that is more than words, or that the browser works out. */
  private static final Pattern DRAWN = Pattern.compile("^=|\\{\\{|[<>]");

  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{.*?(}}|$)|<[^>]*>");

  /** As in "Comment — required unless you approve", "Note (optional)", "What do you decide? *". */
  private static final Pattern BESIDES = Pattern.compile("\\s+(—|\\().*|[\\s?:*.]+$");

  private Label() {}

  /** Null if nothing is left of it in words. */
  static String of(String text) {
    String label = text.startsWith("=") ? "" : TEMPLATE.matcher(text).replaceAll("").strip();
    while (!label.equals(BESIDES.matcher(label).replaceFirst(""))) {
      label = BESIDES.matcher(label).replaceFirst("");
    }
    return label.isEmpty() || label.length() > LONGEST ? null : label;
  }

  /** Null unless it is plain words. */
  static String plain(String text) {
    return text.isBlank() || text.length() > 2 * LONGEST || DRAWN.matcher(text).find()
        ? null
        : text.strip();
  }
}
