package film.finalsay.approval;

import java.util.EnumSet;
import java.util.Set;

/** Where an approval stands. */
public enum ApprovalState {
  /** Somebody has to decide. */
  PENDING,
  /** Back with those who prepare it, with guidance. */
  RETURNED,
  /** Approved, once its conditions are met and confirmed. */
  CONDITIONAL,
  APPROVED,
  REJECTED,
  WITHDRAWN,
  /** Nobody decided in time, and what was asked for is past. */
  LAPSED,
  /** Nobody had to decide: what was asked for was an explanation, and it was given. */
  EXPLAINED,
  /** The same, and whoever had to has taken note of it, or has had the time to. */
  ACKNOWLEDGED,
  /** Was approved, and has been opened again by its own process: it counts no more. */
  REOPENED,
  /** What was signed is not what lies there any more: it counts no more, and never comes back. */
  VOID;

  private static final Set<ApprovalState> FINAL =
      EnumSet.complementOf(EnumSet.of(PENDING, RETURNED, CONDITIONAL));

  public boolean isFinal() {
    return FINAL.contains(this);
  }
}
