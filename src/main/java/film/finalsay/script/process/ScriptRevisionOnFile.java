package film.finalsay.script.process;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.GreenlightPart;
import film.finalsay.register.Case;
import film.finalsay.register.RequestKind;
import film.finalsay.script.RevisionSets;
import film.finalsay.script.ScriptRevisions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
class ScriptRevisionOnFile implements RequestKind {

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
  public String letters() {
    return "SR";
  }

  @Override
  public boolean isOneAtATime() {
    return true;
  }

  @Override
  public Map<String, String> subject(Case request) {
    return sets.subject(request.approval());
  }

  @Override
  public Set<String> documents(Case request) {
    return Stream.of(sets.draft(request.approval()), sets.revised(request.approval()))
        .map(draft -> draft.document().sha256())
        .collect(Collectors.toSet());
  }

  @Override
  public Set<String> basedOn(Case request) {
    return Set.of(sets.revised(request.approval()).approvalKey());
  }

  @Override
  public boolean canBeOverturned() {
    return true;
  }

  @Override
  public void requireReopenable(Case request) {
    revisions.requireReopenable(request.approval());
  }

  @Override
  public void overturned(Case request) {
    revisions.overturn(request.approval());
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
