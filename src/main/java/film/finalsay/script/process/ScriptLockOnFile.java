package film.finalsay.script.process;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.RequestOnFile;
import film.finalsay.script.ScriptLocks;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class ScriptLockOnFile implements RequestOnFile {

  private final ScriptLocks locks;

  ScriptLockOnFile(ScriptLocks locks) {
    this.locks = locks;
  }

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.SCRIPT_LOCK;
  }

  @Override
  public Map<String, String> subject(Approval approval) {
    return locks.subject(approval);
  }

  @Override
  public Set<String> documents(Approval approval) {
    return Set.of(locks.draft(approval).document().sha256());
  }

  @Override
  public Set<String> basedOn(Approval approval) {
    return Set.of(locks.draft(approval).approvalKey());
  }

  @Override
  public boolean canBeOverturned() {
    return true;
  }

  @Override
  public void requireReopenable(Approval approval) {
    locks.requireReopenable(approval);
  }

  @Override
  public void overturned(Approval approval) {
    locks.overturn(approval);
  }

  @Override
  public Map<String, Object> variables(Approval approval) {
    return ScriptLockProcess.variables(locks.draft(approval), locks.onFile(approval));
  }
}
