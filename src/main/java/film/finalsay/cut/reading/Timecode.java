package film.finalsay.cut.reading;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as hours, minutes, seconds and frames: {@code 01:42:10:12}; {@code ;} drops frames. */
public final class Timecode {

  static final Pattern WRITTEN = Pattern.compile("(\\d{1,2}):(\\d{2}):(\\d{2})([:;])(\\d{2})");

  private static final int SECONDS_OF_AN_HOUR = 3600;
  private static final int MINUTES_OF_A_DAY = 24 * 60;

  private Timecode() {}

  /**
   * @param dropsFrames whether frames are dropped where only colons are written
   * @return frames since 00:00:00:00
   * @throws BusinessRuleException (invalid) naming the field if it is none, or has a frame that a
   *     second at this rate does not have
   */
  static long frames(String field, String text, FrameRate rate, boolean dropsFrames) {
    Matcher read = WRITTEN.matcher(text);
    if (!read.matches()) {
      throw invalid(field, "\"%s\" has to be a time as hh:mm:ss:ff.", text);
    }
    long minutes = number(read, 1) * 60 + number(read, 2);
    long seconds = number(read, 3);
    long frame = number(read, 5);
    if (minutes >= MINUTES_OF_A_DAY || number(read, 2) > 59 || seconds > 59) {
      throw invalid(field, "%s is no time of 24 hours of 60 minutes of 60 seconds.", text);
    }
    if (frame >= rate.counted()) {
      throw invalid(
          field,
          "%s has frame %d; at %s frames a second they count from 0 to %d.",
          text,
          frame,
          rate.text(),
          rate.counted() - 1);
    }
    long counted = (minutes * 60 + seconds) * rate.counted() + frame;
    if (!dropsFrames && read.group(4).equals(":")) {
      return counted;
    }
    int dropped = rate.dropped();
    if (dropped == 0) {
      throw invalid(field, "%s drops frames, which %s frames a second do not.", text, rate.text());
    }
    if (seconds == 0 && frame < dropped && minutes % 10 != 0) {
      throw invalid(field, "%s is a frame that is dropped.", text);
    }
    return counted - dropped * (minutes - minutes / 10);
  }

  /** The same of a time that says by itself if it drops frames. */
  public static long frames(String field, String text, FrameRate rate) {
    return frames(field, text, rate, false);
  }

  /** So many frames as a time, dropping none: {@code 01:42:10:12}; one below zero with a minus. */
  public static String written(long frames, FrameRate rate) {
    long all = Math.abs(frames);
    long seconds = all / rate.counted();
    return "%s%02d:%02d:%02d:%02d"
        .formatted(
            frames < 0 ? "-" : "",
            seconds / SECONDS_OF_AN_HOUR,
            seconds / 60 % 60,
            seconds % 60,
            all % rate.counted());
  }

  private static long number(Matcher read, int group) {
    return Long.parseLong(read.group(group));
  }
}
