package film.finalsay.register;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.Approval;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Decision;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts answers on record, and the silence of those who gave none until their deadline. */
@Service
@Transactional
public class RecordedAnswers {

  private final ApprovalRepository approvals;
  private final QuestionRepository questions;
  private final ApprovalRegister register;
  private final Cases cases;
  private final ApprovalEntries entries;
  private final Clock clock;

  RecordedAnswers(
      ApprovalRepository approvals,
      QuestionRepository questions,
      ApprovalRegister register,
      Cases cases,
      ApprovalEntries entries,
      Clock clock) {
    this.approvals = approvals;
    this.questions = questions;
    this.register = register;
    this.cases = cases;
    this.entries = entries;
    this.clock = clock;
  }

  /** An answer given now, on what is asked for as it stands now. */
  Decision answer(
      Approval approval,
      String step,
      String stepName,
      String person,
      Role role,
      Role askedRole,
      Outcome outcome,
      String comment) {
    return new Decision(
        approval.key(),
        step,
        stepName,
        person,
        role,
        askedRole,
        cases.of(approval).fingerprint(),
        outcome,
        comment,
        clock.instant());
  }

  /**
   * @param shown the fingerprint of what the person was shown; null if nothing was
   */
  void record(Approval approval, Decision decision, String shown) {
    Approval after = approval.after(decision.outcome());
    approvals.insert(decision);
    if (!after.equals(approval)) {
      approvals.update(after);
    }
    entries.decided(approval, decision, shown);
  }

  /**
   * Records that a role that was asked gave no answer until its deadline.
   *
   * @param outcome what silence means
   * @param comment where that is said; empty if nowhere
   */
  public void recordSilence(
      String processInstanceId,
      String step,
      String stepName,
      Role role,
      Outcome outcome,
      String comment) {
    Approval approval = register.lockCarriedBy(processInstanceId);
    record(approval, answer(approval, step, stepName, null, role, role, outcome, comment), null);
  }

  /**
   * Since when an open question waits for a role.
   *
   * @throws BusinessRuleException (conflict) if the role is asked nothing at this step
   */
  @Transactional(readOnly = true)
  public Instant askedSince(Approval approval, String step, Role role) {
    return questions
        .askedSince(approval.key(), step, role)
        .orElseThrow(
            () ->
                conflict(
                    "The %s has nothing to answer at \"%s\" of %s.",
                    role.title(), step, approval.key()));
  }
}
