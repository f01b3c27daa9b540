package film.finalsay.cut.reading;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import java.util.Comparator;
import java.util.List;

/** The picture of a cut, shot by shot, in the order in which it is seen. */
public record Timeline(List<Shot> shots) {

  /** Several times what the longest film of short shots has. */
  static final int MOST_SHOTS = 20_000;

  /** An EDL of that many is 4 MB; the rest is for what an OTIO file says besides. */
  public static final int MAX_BYTES = 8 * 1024 * 1024;

  static final String FIELD = "timeline";

  public Timeline {
    shots =
        shots.stream()
            .sorted(Comparator.comparing(Shot::recordIn).thenComparing(Shot::number))
            .toList();
  }

  /**
   * Reads an EDL (CMX 3600) or a timeline in OTIO, whichever it is.
   *
   * @throws BusinessRuleException (invalid) naming {@code timeline} and the line or the clip that
   *     is wrong, or if there is no picture in it, or too much
   */
  public static Timeline read(byte[] file, FrameRate rate) {
    if (file.length > MAX_BYTES) {
      throw invalid(
          FIELD, "has %d bytes; a timeline of up to %d MB is read.", file.length, MAX_BYTES >> 20);
    }
    String text = TimelineText.of(file);
    List<Shot> shots =
        text.stripLeading().startsWith("{") ? Otio.read(text, rate) : Edl.read(text, rate);
    if (shots.isEmpty()) {
      throw invalid(
          FIELD,
          "has no shot in it; it has to be an EDL (CMX 3600) with video events, or a timeline in"
              + " OTIO with a video track.");
    }
    return new Timeline(shots);
  }

  /** From the first frame to the last, in frames. */
  public long frames() {
    return shots.stream().mapToLong(Shot::recordOut).max().orElse(0)
        - shots.stream().mapToLong(Shot::recordIn).min().orElse(0);
  }

  static void requireRoom(int shots) {
    if (shots > MOST_SHOTS) {
      throw invalid(FIELD, "has more than %d shots.", MOST_SHOTS);
    }
  }
}
