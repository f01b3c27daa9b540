package film.finalsay.script.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The marks of bold, italic and underlined text. What is only emphasised says the same. */
final class Emphasis {

  private Emphasis() {}

  /** A run of one mark, such as two asterisks. */
  private record Run(int from, int to) {}

  /** The text without the marks that come in pairs, and without the backslash before one. */
  static String without(String text) {
    if (text.indexOf('*') < 0 && text.indexOf('_') < 0) {
      return text;
    }
    BitSet gone = new BitSet(text.length());
    Map<String, Run> open = new HashMap<>();
    for (Run run : runs(text, gone)) {
      String mark = text.substring(run.from(), run.to());
      boolean closes = run.from() > 0 && !Character.isWhitespace(text.charAt(run.from() - 1));
      boolean opens = run.to() < text.length() && !Character.isWhitespace(text.charAt(run.to()));
      Run opened = closes ? open.remove(mark) : null;
      if (opened != null) {
        gone.set(opened.from(), opened.to());
        gone.set(run.from(), run.to());
      } else if (opens) {
        open.put(mark, run);
      }
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!gone.get(i)) {
        plain.append(text.charAt(i));
      }
    }
    return plain.toString();
  }

  private static List<Run> runs(String text, BitSet gone) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      boolean escapes = one == '\\' && i + 1 < text.length() && isMark(text.charAt(i + 1));
      if (escapes) {
        gone.set(i);
        i++;
      } else if (isMark(one)) {
        int from = i;
        int most = one == '*' ? 3 : 1;
        while (i + 1 < text.length() && text.charAt(i + 1) == one && i - from + 1 < most) {
          i++;
        }
        runs.add(new Run(from, i + 1));
      }
    }
    return runs;
  }

  private static boolean isMark(char one) {
    return one == '*' || one == '_';
  }
}
