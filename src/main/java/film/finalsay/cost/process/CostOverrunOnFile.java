package film.finalsay.cost.process;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.GivenAnswer;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.RequestOnFile;
import film.finalsay.cost.Overruns;
import film.finalsay.film.Films;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class CostOverrunOnFile implements RequestOnFile {

  private final Overruns overruns;
  private final Films films;

  CostOverrunOnFile(Overruns overruns, Films films) {
    this.overruns = overruns;
    this.films = films;
  }

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.COST_OVERRUN;
  }

  @Override
  public Map<String, String> subject(Approval approval) {
    return overruns.subject(approval, films.byInput(approval.filmId()));
  }

  @Override
  public Map<String, Object> variables(Approval approval) {
    return CostOverrunProcess.variables(
        overruns.plan(approval, films.byInput(approval.filmId())).orElse(null));
  }

  /** Whoever accepts what is not covered says what is to be done. */
  @Override
  public void requireMayAnswer(GivenAnswer answer) {
    if (answer.outcome() == Outcome.APPROVE && answer.comment().isEmpty()) {
      throw BusinessRuleException.invalid(
          "comment", "is missing; whoever accepts an overrun writes how it is paid for.");
    }
  }
}
