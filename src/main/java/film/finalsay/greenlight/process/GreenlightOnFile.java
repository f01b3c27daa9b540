package film.finalsay.greenlight.process;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.GivenAnswer;
import film.finalsay.approval.HumanStep;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.RequestOnFile;
import film.finalsay.film.Films;
import film.finalsay.greenlight.GreenlightPackages;
import film.finalsay.greenlight.Greenlights;
import film.finalsay.greenlight.committee.CommitteeAnswers;
import film.finalsay.greenlight.committee.Steps;
import film.finalsay.greenlight.conditions.ConditionAnswers;
import film.finalsay.greenlight.conditions.Conditions;
import film.finalsay.greenlight.conditions.SpendingHold;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class GreenlightOnFile implements RequestOnFile {

  private static final Set<Outcome> APPROVING =
      EnumSet.of(Outcome.APPROVE, Outcome.APPROVE_WITH_CONDITIONS);

  private final Greenlights greenlights;
  private final GreenlightPackages packages;
  private final CommitteeAnswers committeeAnswers;
  private final Conditions conditions;
  private final ConditionAnswers conditionAnswers;
  private final SpendingHold spendingHold;
  private final Films films;

  GreenlightOnFile(
      Greenlights greenlights,
      GreenlightPackages packages,
      CommitteeAnswers committeeAnswers,
      Conditions conditions,
      ConditionAnswers conditionAnswers,
      SpendingHold spendingHold,
      Films films) {
    this.committeeAnswers = committeeAnswers;
    this.conditions = conditions;
    this.conditionAnswers = conditionAnswers;
    this.spendingHold = spendingHold;
    this.greenlights = greenlights;
    this.packages = packages;
    this.films = films;
  }

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.GREENLIGHT;
  }

  @Override
  public Map<String, String> subject(Approval approval) {
    return packages.subject(approval, films.byInput(approval.filmId()));
  }

  @Override
  public Set<String> documents(Approval approval) {
    Set<String> documents = new HashSet<>(packages.documents(approval));
    documents.addAll(conditions.documents(approval));
    return documents;
  }

  @Override
  public Set<String> basedOn(Approval approval) {
    return packages.basedOn(approval);
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
    return GreenlightProcess.variables(packages.onFile(approval, films.byInput(approval.filmId())));
  }

  @Override
  public Map<String, Object> variables(Approval approval, HumanStep step, String about) {
    return step.id().equals(Steps.CAST_VOTE)
        ? Map.of(GreenlightProcess.VOTER, about)
        : GreenlightProcess.variables(conditions.one(approval, about));
  }

  /** Who decides does so on what was filed; a return or a no needs no such care. */
  @Override
  public void requireMayAnswer(GivenAnswer answer) {
    boolean decides = answer.step().outcomes().contains(Outcome.APPROVE_WITH_CONDITIONS);
    if (decides && APPROVING.contains(answer.outcome())) {
      packages.requireAsFiled(answer.approval());
    }
    committeeAnswers.requireMayAnswer(answer);
    conditionAnswers.requireMayAnswer(answer);
  }

  @Override
  public void answered(GivenAnswer answer) {
    committeeAnswers.answered(answer);
    conditionAnswers.answered(answer);
  }

  @Override
  public void settled(Approval approval) {
    if (approval.state() != ApprovalState.APPROVED) {
      spendingHold.release(approval);
    }
  }
}
