package film.finalsay.reopening.process;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.GreenlightPart;
import film.finalsay.approval.RequestOnFile;
import film.finalsay.reopening.Reopenings;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class ReopeningOnFile implements RequestOnFile {

  private final Reopenings reopenings;

  ReopeningOnFile(Reopenings reopenings) {
    this.reopenings = reopenings;
  }

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.REOPENING;
  }

  @Override
  public Map<String, String> subject(Approval approval) {
    return reopenings.subject(approval);
  }

  /** Who may not give it may not take it back. */
  @Override
  public Set<ApprovalKind> matters(Approval approval) {
    return reopenings.matters(approval);
  }

  @Override
  public Optional<GreenlightPart> changes(Approval approval) {
    return reopenings.changes(approval);
  }

  @Override
  public Map<String, Object> variables(Approval approval) {
    return ReopeningProcess.variables(reopenings.onFile(approval));
  }
}
