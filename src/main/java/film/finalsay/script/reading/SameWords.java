package film.finalsay.script.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How many lines two texts begin and end with that say the same, although they may be broken in
 * other places.
 */
record SameWords(int headOfOld, int headOfNow, int tailOfOld, int tailOfNow) {

  /** How many lines of each. */
  private record Lines(int ofOld, int ofNow) {}

  static SameWords of(List<ScriptLine> old, List<ScriptLine> now) {
    if (old.isEmpty() || now.isEmpty()) {
      return new SameWords(0, 0, 0, 0);
    }
    Lines head = head(old, now);
    Lines tail =
        head(
            backwards(old.subList(head.ofOld(), old.size())),
            backwards(now.subList(head.ofNow(), now.size())));
    return new SameWords(head.ofOld(), head.ofNow(), tail.ofOld(), tail.ofNow());
  }

  private static Lines head(List<ScriptLine> old, List<ScriptLine> now) {
    String oldText = text(old);
    String nowText = text(now);
    int same = 0;
    int shorter = Math.min(oldText.length(), nowText.length());
    while (same < shorter && oldText.charAt(same) == nowText.charAt(same)) {
      same++;
    }
    Lines head = new Lines(0, 0);
    int i = 0;
    int j = 0;
    int oldEnd = 0;
    int nowEnd = 0;
    while (oldEnd <= same && nowEnd <= same) {
      if (oldEnd == nowEnd) {
        head = new Lines(i, j);
      }
      // the one that is behind takes its next line
      if (oldEnd <= nowEnd) {
        if (i == old.size()) {
          break;
        }
        oldEnd += 1 + old.get(i++).text().length();
      } else {
        if (j == now.size()) {
          break;
        }
        nowEnd += 1 + now.get(j++).text().length();
      }
    }
    return head;
  }

  /** Each line after a mark of what it is, or a blank where the line above is of the same. */
  private static String text(List<ScriptLine> lines) {
    StringBuilder text = new StringBuilder();
    Element above = null;
    for (ScriptLine line : lines) {
      text.append(line.element() == above ? ' ' : (char) line.element().ordinal());
      text.append(line.text());
      above = line.element();
    }
    return text.toString();
  }

  private static List<ScriptLine> backwards(List<ScriptLine> lines) {
    List<ScriptLine> backwards = new ArrayList<>(lines.size());
    for (ScriptLine line : lines) {
      backwards.add(
          new ScriptLine(line.element(), new StringBuilder(line.text()).reverse().toString()));
    }
    Collections.reverse(backwards);
    return backwards;
  }
}
