package film.finalsay.register;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.Refusal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was approved and is opened again, and what rests on it. */
@Service
@Transactional
public class ReopenedApprovals {

  private final ApprovalRepository approvals;
  private final ApprovalEntries entries;
  private final Subjects subjects;
  private final Clock clock;

  ReopenedApprovals(
      ApprovalRepository approvals, ApprovalEntries entries, Subjects subjects, Clock clock) {
    this.approvals = approvals;
    this.entries = entries;
    this.subjects = subjects;
    this.clock = clock;
  }

  /**
   * Opens again what was approved, and takes back what it did. Call it with the film locked.
   *
   * @param because the approval by which that is done
   * @throws Refusal (conflict) unless it is approved, and of a kind that can be opened again
   */
  public void reopen(Approval approval, Approval because) {
    requireReopenable(approval);
    Approval reopened = approval.overturned(ApprovalState.REOPENED, clock.instant());
    approvals.update(reopened);
    subjects.overturned(reopened);
    entries.reopened(reopened, because);
  }

  /**
   * @throws Refusal (conflict) unless it is approved, and of a kind that can be opened again
   */
  @Transactional(readOnly = true)
  public void requireReopenable(Approval approval) {
    approval.overturned(ApprovalState.REOPENED, clock.instant());
    if (!subjects.canBeOverturned(approval)) {
      throw Refusal.conflict(
          "What %s did stays done: only a script or a greenlight is opened again."
              .formatted(approval.key()));
    }
    subjects.requireReopenable(approval);
  }

  /**
   * What stands or may come to stand on an approval: the open and approved ones that recite it, and
   * what recites those.
   */
  @Transactional(readOnly = true)
  public List<Approval> dependents(Approval approval) {
    List<Approval> standing = approvals.findStanding(approval.filmId());
    Map<String, Approval> found = new LinkedHashMap<>();
    collectDependents(approval, standing, found);
    return List.copyOf(found.values());
  }

  private void collectDependents(
      Approval approval, List<Approval> standing, Map<String, Approval> found) {
    for (Approval other : standing) {
      if (!found.containsKey(other.key()) && subjects.recites(other).contains(approval.key())) {
        found.put(other.key(), other);
        collectDependents(other, standing, found);
      }
    }
  }
}
