package film.finalsay.approval;

import java.util.EnumSet;
import java.util.Set;

/** Where an approval stands. The last three are final. */
public enum ApprovalState {
  /** Somebody has to decide. */
  PENDING,
  /** Back with those who prepare it, with guidance. */
  RETURNED,
  /** Approved, once its conditions are met and confirmed. */
  CONDITIONAL,
  APPROVED,
  REJECTED,
  WITHDRAWN;

  private static final Set<ApprovalState> FINAL = EnumSet.of(APPROVED, REJECTED, WITHDRAWN);

  public boolean isFinal() {
    return FINAL.contains(this);
  }
}
