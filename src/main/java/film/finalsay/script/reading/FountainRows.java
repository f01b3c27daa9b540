package film.finalsay.script.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The lines of a Fountain text without its boneyards and notes. A line that had nothing else is
 * gone with them, and does not become a blank one.
 */
final class FountainRows {

  /** Stands where something was taken out; no text that is read contains it. */
  private static final char TAKEN = '\u0000';

  /** The same for the end of a line: what is empty behind it was no blank line. */
  private static final char LINE_TAKEN = '\u0001';

  /** Whatever a program ends its lines with. */
  private static final Pattern LINE_END = Pattern.compile("\r\n|[\r\f\u0085\u2028\u2029]");

  private FountainRows() {}

  /**
   * @param line in the file, from 1
   */
  record Row(String text, int line) {}

  static List<Row> of(String text) {
    StringBuilder kept = new StringBuilder(LINE_END.matcher(text).replaceAll("\n"));
    take(kept, "/*", "*/", false);
    take(kept, "[[", "]]", true);
    List<Row> rows = new ArrayList<>();
    String above = "";
    int line = 1;
    int from = 0;
    for (int i = 0; i <= kept.length(); i++) {
      if (i == kept.length() || kept.charAt(i) == '\n' || kept.charAt(i) == LINE_TAKEN) {
        boolean within = from > 0 && kept.charAt(from - 1) == LINE_TAKEN;
        String row = kept.substring(from, i);
        String left = row.indexOf(TAKEN) < 0 ? row : row.replace(String.valueOf(TAKEN), "");
        boolean untouched = !within && left.length() == row.length();
        // one blank line says what a million do
        boolean again = left.isBlank() && left.equals(above) && !rows.isEmpty();
        if ((untouched || !left.isBlank()) && !again) {
          ScriptBuilder.requireFits(line, left.strip().length());
          rows.add(new Row(left, line));
          above = left;
        }
        from = i + 1;
        line++;
      }
    }
    return rows;
  }

  /**
   * Each place is looked at once: where the next end is, and the next blank line, is remembered.
   *
   * @param withinParagraph whether a blank line keeps it from being one
   */
  private static void take(StringBuilder text, String start, String end, boolean withinParagraph) {
    int closing = -1;
    int blank = -1;
    int from = text.indexOf(start);
    while (from >= 0) {
      if (closing < from + start.length()) {
        closing = text.indexOf(end, from + start.length());
      }
      if (closing < 0) {
        return;
      }
      if (withinParagraph && blank < from) {
        blank = text.indexOf("\n\n", from);
        blank = blank < 0 ? text.length() : blank;
      }
      if (withinParagraph && blank < closing) {
        from = text.indexOf(start, Math.max(blank, from + 1));
        continue;
      }
      for (int i = from; i < closing + end.length(); i++) {
        boolean endsLine = text.charAt(i) == '\n' || text.charAt(i) == LINE_TAKEN;
        text.setCharAt(i, endsLine ? LINE_TAKEN : TAKEN);
      }
      from = text.indexOf(start, closing + end.length());
    }
  }
}
