package film.finalsay.delivery;

import java.util.Locale;

/** Where an item of a delivery schedule stands. */
public enum ItemState {
  MISSING,
  /** With the distributor, who has not said anything yet. */
  SENT,
  /** Failed the quality control (QC), or was objected to. */
  QC_FAILED,
  ACCEPTED,
  /** The distributor does without it. */
  WAIVED;

  /** Whether nothing of it is left to do for who delivers. */
  public boolean isDone() {
    return this == SENT || this == ACCEPTED || this == WAIVED;
  }

  /** As a sentence writes it: {@code QC failed}. */
  public String inWords() {
    return this == QC_FAILED ? "QC failed" : name().toLowerCase(Locale.ROOT);
  }
}
