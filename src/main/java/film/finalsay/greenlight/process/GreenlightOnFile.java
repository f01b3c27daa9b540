package film.finalsay.greenlight.process;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.GivenAnswer;
import film.finalsay.approval.HumanStep;
import film.finalsay.approval.RequestOnFile;
import film.finalsay.film.Films;
import film.finalsay.greenlight.Greenlights;
import film.finalsay.greenlight.committee.Rounds;
import film.finalsay.greenlight.committee.Steps;
import film.finalsay.greenlight.conditions.Conditions;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class GreenlightOnFile implements RequestOnFile {

  private final Greenlights greenlights;
  private final Rounds rounds;
  private final Conditions conditions;
  private final Films films;

  GreenlightOnFile(Greenlights greenlights, Rounds rounds, Conditions conditions, Films films) {
    this.rounds = rounds;
    this.conditions = conditions;
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

  @Override
  public Map<String, Object> variables(Approval approval) {
    return GreenlightProcess.variables(
        greenlights.onFile(approval, films.byInput(approval.filmId())));
  }

  @Override
  public Map<String, Object> variables(Approval approval, HumanStep step, String about) {
    return step.id().equals(Steps.CAST_VOTE)
        ? Map.of(GreenlightProcess.VOTER, about)
        : GreenlightProcess.variables(conditions.one(approval, about));
  }

  @Override
  public void requireMayAnswer(GivenAnswer answer) {
    rounds.requireMayAnswer(answer);
    conditions.requireMayAnswer(answer);
  }

  @Override
  public void answered(GivenAnswer answer) {
    rounds.answered(answer);
    conditions.answered(answer);
  }

  @Override
  public void settled(Approval approval) {
    if (approval.state() != ApprovalState.APPROVED) {
      conditions.release(approval);
    }
  }
}
