package film.finalsay.register;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.register.Declaration.Trait;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was approved and is opened again. */
@Service
@Transactional
public class ReopenedApprovals {

  private final ApprovalRepository approvals;
  private final ApprovalEntries entries;
  private final Cases cases;
  private final Clock clock;

  ReopenedApprovals(
      ApprovalRepository approvals, ApprovalEntries entries, Cases cases, Clock clock) {
    this.approvals = approvals;
    this.entries = entries;
    this.cases = cases;
    this.clock = clock;
  }

  /**
   * Opens again what was approved, and takes back what it did. Call it with the film locked.
   *
   * @param because the approval by which that is done
   * @throws BusinessRuleException (conflict) unless it is approved, and of a kind that can be
   *     opened again
   */
  public void reopen(Approval approval, Approval because) {
    requireReopenable(approval);
    Approval reopened = approval.overturned(ApprovalState.REOPENED, clock.instant());
    approvals.update(reopened);
    Case request = cases.of(reopened);
    request.kind().overturned(request);
    entries.reopened(reopened, because);
  }

  /**
   * @throws BusinessRuleException (conflict) unless it is approved, and of a kind that can be
   *     opened again
   */
  @Transactional(readOnly = true)
  public void requireReopenable(Approval approval) {
    approval.overturned(ApprovalState.REOPENED, clock.instant());
    Case request = cases.of(approval);
    request.kind().requireInTime(request.film());
    if (!request.kind().is(Trait.CAN_BE_OVERTURNED)) {
      throw conflict(
          "What %s did stays done: only a script or a greenlight is opened again.", approval.key());
    }
    request.kind().requireReopenable(request);
  }
}
