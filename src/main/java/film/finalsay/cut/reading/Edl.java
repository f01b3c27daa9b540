package film.finalsay.cut.reading;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Excerpt;
import film.finalsay.approval.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An edit decision list as CMX 3600 has it: a line for each event, and notes that name its clip.
 * Sound, effects and notes of other systems are passed over.
 */
final class Edl {

  private static final Pattern EVENT = Pattern.compile("\\d{1,8}\\s.*");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,8}");
  private static final Pattern CHANNELS = Pattern.compile("(B|NONE|[AV][AV0-9/]{0,11})");
  private static final Pattern TRANSITION = Pattern.compile("C|D|K|KB|KO|W\\d{1,4}");
  private static final int LONGEST_LINE = 1000;
  private static final int LONGEST_TIME = 14;
  private static final int LONGEST_NAME = 200;
  private static final String FROM_CLIP = "FROM CLIP NAME:";
  private static final String TO_CLIP = "TO CLIP NAME:";

  /** A tape has its own name; what was no tape is known by its clip. */
  private static final String NO_TAPE = "AX";

  private final FrameRate rate;
  private final List<Shot> shots = new ArrayList<>();
  private boolean dropsFrames;
  private boolean lastIsNamed;

  /** Whether notes now are of the shot that was read last, and not of sound. */
  private boolean lastIsPicture;

  private Edl(FrameRate rate) {
    this.rate = rate;
  }

  static List<Shot> read(String text, FrameRate rate) {
    Edl edl = new Edl(rate);
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      try {
        edl.line(line.strip());
      } catch (BusinessRuleException wrong) {
        throw invalid(Timeline.FIELD, "line %d: %s", number, wrong.reason());
      }
    }
    return edl.shots;
  }

  private void line(String line) {
    String upper = line.toUpperCase(Locale.ROOT);
    if (upper.startsWith("FCM:")) {
      dropsFrames = upper.contains("DROP") && !upper.contains("NON");
      if (dropsFrames && rate.dropped() == 0) {
        throw wrong("says DROP FRAME, which %s frames a second do not.", rate.text());
      }
    } else if (EVENT.matcher(line).matches()) {
      if (line.length() > LONGEST_LINE) {
        throw wrong("has %d characters; no event has more than %d.", line.length(), LONGEST_LINE);
      }
      event(line.split("\\s+"));
    } else if (lastIsPicture && line.startsWith("*")) {
      note(line.substring(1).strip());
    }
  }

  /** Number, reel, channels, transition, its length if it has one, and four times. */
  private void event(String[] words) {
    int times = 1;
    while (times < words.length && !isTime(words[times])) {
      times++;
    }
    if (times + 4 > words.length) {
      throw wrong("an event has four times, as hh:mm:ss:ff: source in and out, record in and out.");
    }
    int before = times;
    if (before > 1 && WHOLE_NUMBER.matcher(words[before - 1]).matches()) {
      before--;
    }
    if (before > 4 && words[before - 2].equals("K")) {
      before--;
    }
    if (before < 4
        || !TRANSITION.matcher(words[before - 1]).matches()
        || !CHANNELS.matcher(words[before - 2]).matches()) {
      throw wrong("an event has a number, a reel, channels such as V, and a transition such as C.");
    }
    long[] at = new long[4];
    for (int i = 0; i < at.length; i++) {
      at[i] = Timecode.frames(Timeline.FIELD, words[times + i], rate, dropsFrames);
    }
    requireForward(at[0], at[1], "source", words[times], words[times + 1]);
    requireForward(at[2], at[3], "record", words[times + 2], words[times + 3]);
    lastIsPicture = isPicture(words[before - 2]) && at[3] > at[2];
    if (lastIsPicture) {
      String reel = name(String.join(" ", Arrays.copyOfRange(words, 1, before - 2)));
      shots.add(new Shot(shots.size() + 1, reel, at[0], at[1], at[2], at[3]));
      Timeline.requireRoom(shots.size());
      lastIsNamed = !reel.equals(NO_TAPE);
    }
  }

  /** What a dissolve goes to counts, and not what it comes from. */
  private void note(String note) {
    String upper = note.toUpperCase(Locale.ROOT);
    if (!lastIsNamed && upper.startsWith(FROM_CLIP)) {
      named(note.substring(FROM_CLIP.length()));
    } else if (!lastIsNamed && upper.startsWith(TO_CLIP)) {
      named(note.substring(TO_CLIP.length()));
      lastIsNamed = true;
    }
  }

  private void named(String clip) {
    String name = name(clip);
    if (!name.isEmpty()) {
      Shot last = shots.remove(shots.size() - 1);
      shots.add(
          new Shot(
              last.number(),
              name,
              last.sourceIn(),
              last.sourceOut(),
              last.recordIn(),
              last.recordOut()));
    }
  }

  static String name(String text) {
    return Excerpt.beginning(PlainText.cleanedLine(text.strip()), LONGEST_NAME);
  }

  private static boolean isPicture(String channels) {
    return channels.equals("B") || channels.contains("V");
  }

  private static boolean isTime(String word) {
    return word.length() <= LONGEST_TIME
        && word.chars().filter(one -> one == ':' || one == ';').count() == 3;
  }

  private static void requireForward(long in, long out, String what, String from, String to) {
    if (out < in) {
      throw wrong("the %s ends at %s, before it begins at %s.", what, to, from);
    }
  }

  private static BusinessRuleException wrong(String what, Object... values) {
    return invalid(Timeline.FIELD, what, values);
  }
}
