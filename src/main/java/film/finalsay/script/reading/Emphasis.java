package film.finalsay.script.reading;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The marks of bold, italic and underlined text. What is only emphasised says the same. */
final class Emphasis {

  /** One that a backslash goes before is no mark. */
  private static final Pattern MARK = Pattern.compile("\\\\[*_]|\\*{1,3}|_");

  private Emphasis() {}

  /** The text without the marks that come in pairs, and without the backslash before one. */
  static String without(String text) {
    if (text.indexOf('*') < 0 && text.indexOf('_') < 0) {
      return text;
    }
    BitSet gone = new BitSet(text.length());
    Map<String, MatchResult> open = new HashMap<>();
    Matcher mark = MARK.matcher(text);
    while (mark.find()) {
      int from = mark.start();
      int to = mark.end();
      if (text.charAt(from) == '\\') {
        gone.set(from);
        continue;
      }
      boolean closes = from > 0 && !Character.isWhitespace(text.charAt(from - 1));
      boolean opens = to < text.length() && !Character.isWhitespace(text.charAt(to));
      MatchResult opened = closes ? open.remove(mark.group()) : null;
      if (opened != null) {
        gone.set(opened.start(), opened.end());
        gone.set(from, to);
      } else if (opens) {
        open.put(mark.group(), mark.toMatchResult());
      }
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = gone.nextClearBit(0); i < text.length(); i = gone.nextClearBit(i + 1)) {
      plain.append(text.charAt(i));
    }
    return plain.toString();
  }
}
