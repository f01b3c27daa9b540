package film.finalsay.greenlight.process;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.GivenAnswer;
import film.finalsay.approval.HumanStep;
import film.finalsay.approval.Outcome;
import film.finalsay.film.Films;
import film.finalsay.greenlight.GreenlightPackages;
import film.finalsay.greenlight.Greenlights;
import film.finalsay.greenlight.committee.CommitteeAnswers;
import film.finalsay.greenlight.committee.Steps;
import film.finalsay.greenlight.conditions.ConditionAnswers;
import film.finalsay.greenlight.conditions.Conditions;
import film.finalsay.greenlight.conditions.SpendingHold;
import film.finalsay.register.Case;
import film.finalsay.register.RequestKind;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class GreenlightOnFile implements RequestKind {

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
  public String letters() {
    return "GL";
  }

  @Override
  public boolean isOneAtATime() {
    return true;
  }

  @Override
  public Map<String, String> subject(Case request) {
    return packages.subject(request.approval(), request.film());
  }

  @Override
  public Set<String> documents(Case request) {
    Set<String> documents = new HashSet<>(packages.documents(request.approval()));
    documents.addAll(conditions.documents(request.approval()));
    return documents;
  }

  @Override
  public Set<String> basedOn(Case request) {
    return packages.basedOn(request.approval());
  }

  @Override
  public boolean canBeOverturned() {
    return true;
  }

  @Override
  public void overturned(Case request) {
    greenlights.overturn(request.approval());
  }

  @Override
  public Map<String, Object> variables(Case request) {
    return GreenlightProcess.variables(packages.onFile(request.approval(), request.film()));
  }

  @Override
  public Map<String, Object> variables(Case request, HumanStep step, String about) {
    return step.id().equals(Steps.CAST_VOTE)
        ? Map.of(GreenlightProcess.VOTER, about)
        : GreenlightProcess.variables(conditions.one(request.approval(), about));
  }

  /** Who decides does so on what was filed; a return or a no needs no such care. */
  @Override
  public void requireMayAnswer(Case request, GivenAnswer answer) {
    boolean decides = answer.step().outcomes().contains(Outcome.APPROVE_WITH_CONDITIONS);
    if (decides && APPROVING.contains(answer.outcome())) {
      packages.requireAsFiled(answer.approval());
    }
    committeeAnswers.requireMayAnswer(answer);
    conditionAnswers.requireMayAnswer(answer);
  }

  @Override
  public void answered(Case request, GivenAnswer answer) {
    committeeAnswers.answered(answer);
    conditionAnswers.answered(answer);
  }

  @Override
  public void settled(Case request) {
    if (request.approval().state() != ApprovalState.APPROVED) {
      spendingHold.release(request.approval());
    }
  }
}
