package film.finalsay.greenlight.process;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.HumanStep;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.RequestOnFile;
import film.finalsay.approval.Role;
import film.finalsay.film.Films;
import film.finalsay.greenlight.Greenlights;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class GreenlightOnFile implements RequestOnFile {

  private static final Set<Outcome> APPROVING =
      EnumSet.of(Outcome.APPROVE, Outcome.APPROVE_WITH_CONDITIONS);

  private final Greenlights greenlights;
  private final Films films;

  GreenlightOnFile(Greenlights greenlights, Films films) {
    this.greenlights = greenlights;
    this.films = films;
  }

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.GREENLIGHT;
  }

  @Override
  public Map<String, String> subject(Approval approval) {
    return greenlights.subject(approval, films.byInput(approval.filmId()));
  }

  /** Who decides does so on what was filed; a return or a no needs no such care. */
  @Override
  public void requireMayAnswer(
      Approval approval, HumanStep step, Role role, Outcome outcome, String comment) {
    boolean decides = step.outcomes().contains(Outcome.APPROVE_WITH_CONDITIONS);
    if (decides && APPROVING.contains(outcome)) {
      greenlights.requireAsFiled(approval);
    }
  }

  @Override
  public Set<String> documents(Approval approval) {
    return greenlights.documents(approval);
  }

  @Override
  public Set<String> recites(Approval approval) {
    return greenlights.recites(approval);
  }

  @Override
  public boolean canBeOverturned() {
    return true;
  }

  @Override
  public void overturned(Approval approval) {
    greenlights.overturn(approval);
  }

  @Override
  public Map<String, Object> variables(Approval approval) {
    return GreenlightProcess.variables(
        greenlights.onFile(approval, films.byInput(approval.filmId())));
  }
}
