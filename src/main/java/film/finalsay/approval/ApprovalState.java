package film.finalsay.approval;

import java.util.EnumSet;
import java.util.Set;

/** Where an approval stands. The last four are final. */
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
  /** Nobody had to decide: what was asked for was an explanation, and it was given. */
  EXPLAINED;

  private static final Set<ApprovalState> FINAL =
      EnumSet.of(APPROVED, REJECTED, WITHDRAWN, EXPLAINED);

  public boolean isFinal() {
    return FINAL.contains(this);
  }
}
