package film.finalsay.budget.process;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.GreenlightPart;
import film.finalsay.approval.RequestOnFile;
import film.finalsay.budget.BudgetLocks;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class BudgetLockOnFile implements RequestOnFile {

  private final BudgetLocks locks;

  BudgetLockOnFile(BudgetLocks locks) {
    this.locks = locks;
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
  public Optional<GreenlightPart> changes(Approval approval) {
    return Optional.of(GreenlightPart.BUDGET);
  }

  @Override
  public Map<String, Object> variables(Approval approval) {
    return BudgetLockProcess.variables(locks.onFile(approval));
  }
}
