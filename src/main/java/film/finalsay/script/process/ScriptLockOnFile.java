package film.finalsay.script.process;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.register.Case;
import film.finalsay.register.RequestKind;
import film.finalsay.script.ScriptLocks;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class ScriptLockOnFile implements RequestKind {

  private final ScriptLocks locks;

  ScriptLockOnFile(ScriptLocks locks) {
    this.locks = locks;
  }

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.SCRIPT_LOCK;
  }

  @Override
  public String letters() {
    return "SL";
  }

  @Override
  public boolean isOneAtATime() {
    return true;
  }

  @Override
  public Map<String, String> subject(Case request) {
    return locks.subject(request.approval());
  }

  @Override
  public Set<String> documents(Case request) {
    return Set.of(locks.draft(request.approval()).document().sha256());
  }

  @Override
  public Set<String> basedOn(Case request) {
    return Set.of(locks.draft(request.approval()).approvalKey());
  }

  @Override
  public boolean canBeOverturned() {
    return true;
  }

  @Override
  public void requireReopenable(Case request) {
    locks.requireReopenable(request.approval());
  }

  @Override
  public void overturned(Case request) {
    locks.overturn(request.approval());
  }

  @Override
  public Map<String, Object> variables(Case request) {
    return ScriptLockProcess.variables(
        locks.draft(request.approval()), locks.onFile(request.approval()));
  }
}
