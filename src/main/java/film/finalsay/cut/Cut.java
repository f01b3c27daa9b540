package film.finalsay.cut;

import film.finalsay.cut.reading.FrameRate;
import film.finalsay.cut.reading.Timecode;
import java.time.Instant;

/**
 * A cut as it was handed in; only where it stands changes.
 *
 * @param version from 1
 * @param label such as {@code Fine cut 3}, one of its film's own
 * @param stage as which it was handed in
 * @param runningTime hh:mm:ss:ff
 * @param file checksum or asset reference of the picture, which is not kept here
 * @param timeline SHA-256 of the document that is its EDL or OTIO file
 * @param note empty for none
 * @param savedBy who handed it in
 * @param approvedBy the approval that counts of it; null while there is none
 * @param lockedBy the picture lock; null while it is not locked
 */
public record Cut(
    String filmId,
    int version,
    String savedBy,
    Instant savedAt,
    String label,
    CutStage stage,
    String runningTime,
    FrameRate frameRate,
    String file,
    String timeline,
    String note,
    String approvedBy,
    Instant approvedAt,
    String lockedBy) {

  static final String RUNNING_TIME = "runningTime";

  public boolean isLocked() {
    return lockedBy != null;
  }

  /** Where it stands: a cut of which the picture is locked is the locked one. */
  public CutStage standing() {
    return isLocked() ? CutStage.LOCKED : stage;
  }

  /** As a form names it: {@code Fine cut 3 (version 5)}. */
  public String inWords() {
    return "%s (version %d)".formatted(label, version);
  }

  long milliseconds() {
    return frameRate.milliseconds(Timecode.frames(RUNNING_TIME, runningTime, frameRate));
  }
}
