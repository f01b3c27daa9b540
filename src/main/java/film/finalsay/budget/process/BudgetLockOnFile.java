package film.finalsay.budget.process;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.GivenAnswer;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.RequestOnFile;
import film.finalsay.budget.BudgetLocks;
import film.finalsay.consent.GreenlightConsents;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class BudgetLockOnFile implements RequestOnFile {

  private final BudgetLocks locks;
  private final GreenlightConsents consents;

  BudgetLockOnFile(BudgetLocks locks, GreenlightConsents consents) {
    this.locks = locks;
    this.consents = consents;
  }

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.BUDGET_LOCK;
  }

  @Override
  public Map<String, String> subject(Approval approval) {
    return locks.subject(approval);
  }

  @Override
  public void requireMayAnswer(GivenAnswer answer) {
    if (answer.outcome() == Outcome.APPROVE) {
      locks.requireConsentsAsked(answer.approval());
    }
  }

  @Override
  public Map<String, Object> variables(Approval approval) {
    return BudgetLockProcess.variables(locks.onFile(approval), consents.asked(approval));
  }
}
