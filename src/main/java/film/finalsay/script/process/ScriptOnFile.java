package film.finalsay.script.process;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.GreenlightPart;
import film.finalsay.approval.RequestOnFile;
import film.finalsay.script.ScriptApprovals;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class ScriptOnFile implements RequestOnFile {

  private final ScriptApprovals scripts;

  ScriptOnFile(ScriptApprovals scripts) {
    this.scripts = scripts;
  }

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.SCRIPT_APPROVAL;
  }

  @Override
  public Map<String, String> subject(Approval approval) {
    return scripts.subject(approval);
  }

  @Override
  public Set<String> documents(Approval approval) {
    return Set.of(scripts.current(approval).document().sha256());
  }

  @Override
  public boolean canBeOverturned() {
    return true;
  }

  @Override
  public void requireReopenable(Approval approval) {
    scripts.requireReopenable(approval);
  }

  @Override
  public void overturned(Approval approval) {
    scripts.overturn(approval);
  }

  @Override
  public Optional<GreenlightPart> changes(Approval approval) {
    return Optional.of(GreenlightPart.SCRIPT);
  }

  @Override
  public Map<String, Object> variables(Approval approval) {
    return ScriptApprovalProcess.CLEARED;
  }
}
