package film.finalsay.script.process;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.RequestOnFile;
import film.finalsay.script.ScriptRevisions;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class ScriptRevisionOnFile implements RequestOnFile {

  private final ScriptRevisions revisions;

  ScriptRevisionOnFile(ScriptRevisions revisions) {
    this.revisions = revisions;
  }

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.SCRIPT_REVISION;
  }

  @Override
  public Map<String, String> subject(Approval approval) {
    return revisions.subject(approval);
  }

  @Override
  public Map<String, Object> variables(Approval approval) {
    return ScriptApprovalProcess.CLEARED;
  }
}
