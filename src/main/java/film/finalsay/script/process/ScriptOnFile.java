package film.finalsay.script.process;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.GreenlightPart;
import film.finalsay.register.Case;
import film.finalsay.register.RequestKind;
import film.finalsay.script.ScriptApprovals;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class ScriptOnFile implements RequestKind {

  private final ScriptApprovals scripts;

  ScriptOnFile(ScriptApprovals scripts) {
    this.scripts = scripts;
  }

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.SCRIPT_APPROVAL;
  }

  @Override
  public String letters() {
    return "SA";
  }

  @Override
  public Map<String, String> subject(Case request) {
    return scripts.subject(request.approval());
  }

  @Override
  public Set<String> documents(Case request) {
    return Set.of(scripts.current(request.approval()).document().sha256());
  }

  @Override
  public boolean canBeOverturned() {
    return true;
  }

  @Override
  public void requireReopenable(Case request) {
    scripts.requireReopenable(request.approval());
  }

  @Override
  public void overturned(Case request) {
    scripts.overturn(request.approval());
  }

  @Override
  public Optional<GreenlightPart> changes(Case request) {
    return Optional.of(GreenlightPart.SCRIPT);
  }

  @Override
  public Map<String, Object> variables(Case request) {
    return ScriptApprovalProcess.CLEARED;
  }
}
