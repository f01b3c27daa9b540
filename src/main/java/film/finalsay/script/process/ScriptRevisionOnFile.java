package film.finalsay.script.process;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.GreenlightPart;
import film.finalsay.approval.RequestOnFile;
import film.finalsay.script.RevisionSets;
import film.finalsay.script.ScriptRevisions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
class ScriptRevisionOnFile implements RequestOnFile {

  private final RevisionSets sets;
  private final ScriptRevisions revisions;

  ScriptRevisionOnFile(RevisionSets sets, ScriptRevisions revisions) {
    this.sets = sets;
    this.revisions = revisions;
  }

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.SCRIPT_REVISION;
  }

  @Override
  public Map<String, String> subject(Approval approval) {
    return sets.subject(approval);
  }

  @Override
  public Set<String> documents(Approval approval) {
    return Stream.of(sets.draft(approval), sets.revised(approval))
        .map(draft -> draft.document().sha256())
        .collect(Collectors.toSet());
  }

  @Override
  public Set<String> basedOn(Approval approval) {
    return Set.of(sets.revised(approval).approvalKey());
  }

  @Override
  public boolean canBeOverturned() {
    return true;
  }

  @Override
  public void requireReopenable(Approval approval) {
    revisions.requireReopenable(approval);
  }

  @Override
  public void overturned(Approval approval) {
    revisions.overturn(approval);
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
