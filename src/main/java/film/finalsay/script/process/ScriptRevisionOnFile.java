package film.finalsay.script.process;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.GivenAnswer;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.RequestOnFile;
import film.finalsay.approval.Role;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.script.RevisionSets;
import film.finalsay.script.ScriptRevisionRequests;
import film.finalsay.script.ScriptRevisions;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
class ScriptRevisionOnFile implements RequestOnFile {

  private final RevisionSets sets;
  private final ScriptRevisionRequests requests;
  private final ScriptRevisions revisions;
  private final GreenlightConsents consents;

  ScriptRevisionOnFile(
      RevisionSets sets,
      ScriptRevisionRequests requests,
      ScriptRevisions revisions,
      GreenlightConsents consents) {
    this.sets = sets;
    this.requests = requests;
    this.revisions = revisions;
    this.consents = consents;
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
  public Set<String> recites(Approval approval) {
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
  public void requireMayAnswer(GivenAnswer answer) {
    if (answer.outcome() == Outcome.APPROVE) {
      requests.requireConsentsAsked(answer.approval());
    }
  }

  @Override
  public Map<String, Object> variables(Approval approval) {
    Map<String, Object> variables = new HashMap<>(ScriptApprovalProcess.CLEARED);
    variables.put(ScriptRevisionProcess.CONSENTS, Role.ids(consents.asked(approval)));
    return variables;
  }
}
