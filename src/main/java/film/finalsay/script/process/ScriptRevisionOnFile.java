package film.finalsay.script.process;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.GivenAnswer;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.RequestOnFile;
import film.finalsay.approval.Role;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.script.ScriptRevisions;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
class ScriptRevisionOnFile implements RequestOnFile {

  private final ScriptRevisions revisions;
  private final GreenlightConsents consents;

  ScriptRevisionOnFile(ScriptRevisions revisions, GreenlightConsents consents) {
    this.revisions = revisions;
    this.consents = consents;
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
  public Set<String> documents(Approval approval) {
    return Stream.of(revisions.draft(approval), revisions.revised(approval))
        .map(draft -> draft.document().sha256())
        .collect(Collectors.toSet());
  }

  @Override
  public Set<String> recites(Approval approval) {
    return Set.of(revisions.revised(approval).approvalKey());
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
      revisions.requireConsentsAsked(answer.approval());
    }
  }

  @Override
  public Map<String, Object> variables(Approval approval) {
    Map<String, Object> variables = new HashMap<>(ScriptApprovalProcess.CLEARED);
    variables.put(ScriptRevisionProcess.CONSENTS, Role.ids(consents.asked(approval)));
    return variables;
  }
}
