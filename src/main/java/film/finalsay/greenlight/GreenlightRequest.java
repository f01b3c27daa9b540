package film.finalsay.greenlight;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.GivenAnswer;
import film.finalsay.approval.HumanStep;
import film.finalsay.approval.Outcome;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import film.finalsay.film.FilmSchedules;
import film.finalsay.film.FilmScripts.DraftSummary;
import film.finalsay.film.Films;
import film.finalsay.greenlight.committee.CommitteeBriefing;
import film.finalsay.greenlight.committee.Committees;
import film.finalsay.greenlight.committee.Steps;
import film.finalsay.greenlight.committee.Votes;
import film.finalsay.greenlight.conditions.ConditionAnswers;
import film.finalsay.greenlight.conditions.Conditions;
import film.finalsay.greenlight.conditions.ConditionsBriefing;
import film.finalsay.greenlight.conditions.SpendingHold;
import film.finalsay.register.Asking;
import film.finalsay.register.Case;
import film.finalsay.register.Declaration;
import film.finalsay.register.Declaration.Trait;
import film.finalsay.register.RequestKind;
import film.finalsay.register.Submission;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Asks to make the film, on a package. Given, it freezes the vision, locks the budget version and
 * moves the film to pre-production; on conditions, nothing is spent until they are settled.
 */
@Component
class GreenlightRequest implements RequestKind {

  private final GreenlightPackages packages;
  private final GreenlightBriefing briefing;
  private final CommitteeBriefing committeeBriefing;
  private final ConditionsBriefing conditionsBriefing;
  private final Committees committees;
  private final Votes votes;
  private final Conditions conditions;
  private final ConditionAnswers conditionAnswers;
  private final SpendingHold spendingHold;
  private final FilmBudgets budgets;
  private final FilmSchedules schedules;
  private final Films films;
  private final Clock clock;

  GreenlightRequest(
      GreenlightPackages packages,
      GreenlightBriefing briefing,
      CommitteeBriefing committeeBriefing,
      ConditionsBriefing conditionsBriefing,
      Committees committees,
      Votes votes,
      Conditions conditions,
      ConditionAnswers conditionAnswers,
      SpendingHold spendingHold,
      FilmBudgets budgets,
      FilmSchedules schedules,
      Films films,
      Clock clock) {
    this.packages = packages;
    this.briefing = briefing;
    this.committeeBriefing = committeeBriefing;
    this.conditionsBriefing = conditionsBriefing;
    this.committees = committees;
    this.votes = votes;
    this.conditions = conditions;
    this.conditionAnswers = conditionAnswers;
    this.spendingHold = spendingHold;
    this.budgets = budgets;
    this.schedules = schedules;
    this.films = films;
    this.clock = clock;
  }

  @Override
  public Declaration declared() {
    return Declaration.of(
        ApprovalKind.GREENLIGHT,
        "GL",
        Trait.ONE_AT_A_TIME,
        Trait.ENDORSED,
        Trait.CAN_BE_OVERTURNED);
  }

  /** The committee that votes is the one that there is when it is first asked for. */
  @Override
  public Submission submit(Asking asking) {
    asking.film().requireInDevelopment();
    GreenlightPackage contents = packages.read(asking.sent(), asking.film());
    return Submission.of(
            "Greenlight %s".formatted(asking.film().title()),
            packages.total(asking.film(), contents),
            contents.content())
        .and(
            request -> {
              packages.save(request.approval(), request.film(), contents);
              if (asking.amended() == null) {
                committees.freeze(request.approval(), request.film());
              }
            });
  }

  @Override
  public Map<String, Object> variables(Case request) {
    return packages.onFile(request.approval()).byName();
  }

  @Override
  public Map<String, Object> variables(Case request, HumanStep step, String about) {
    return step.id().equals(Steps.CAST_VOTE)
        ? Map.of(Steps.VOTER, about)
        : conditions.one(request.approval(), about).byName();
  }

  @Override
  public Map<String, String> subject(Case request) {
    return packages.subject(request.approval(), request.film());
  }

  @Override
  public Map<String, String> card(Case request, String about) {
    return conditionsBriefing.card(request.approval(), about);
  }

  @Override
  public Map<String, String> brief(Case request) {
    Map<String, String> texts = new HashMap<>(briefing.of(request.approval()));
    texts.putAll(committeeBriefing.of(request.approval()));
    texts.putAll(conditionsBriefing.of(request.approval()));
    return texts;
  }

  @Override
  public Map<String, String> brief(Case request, HumanStep step, String about) {
    Map<String, String> texts = new HashMap<>();
    texts.putAll(committeeBriefing.about(request.approval(), step, about));
    texts.putAll(conditionsBriefing.about(request.approval(), step, about));
    return texts;
  }

  @Override
  public Set<String> documents(Case request) {
    Set<String> documents = new HashSet<>(packages.contents(request.approval()).documents());
    documents.addAll(conditions.documents(request.approval()));
    return documents;
  }

  /** The approval of its script. */
  @Override
  public Set<String> basedOn(Case request) {
    DraftSummary script = packages.contents(request.approval()).script();
    return script == null ? Set.of() : Set.of(script.approvalKey());
  }

  /** Who decides does so on what was filed; a return or a no needs no such care. */
  @Override
  public void requireMayAnswer(Case request, GivenAnswer answer) {
    boolean decides = answer.step().outcomes().contains(Outcome.APPROVE_WITH_CONDITIONS);
    if (decides && answer.outcome().agrees()) {
      packages.requireAsFiled(answer.approval());
    }
    votes.requireMayAnswer(answer);
    conditionAnswers.requireMayAnswer(answer);
  }

  @Override
  public void answered(Case request, GivenAnswer answer) {
    votes.answered(answer);
    conditionAnswers.answered(answer);
  }

  @Override
  public void requireStillPossible(Case request) {
    votes.requireHeard(request.approval());
    spendingHold.requireSettled(request.approval(), request.film());
  }

  @Override
  public Map<String, String> apply(Case request) {
    GreenlightPackage contents = packages.onFile(request.approval());
    packages.requireComplete(request.approval());
    budgets.lock(request.film(), contents.budgetVersion(), request.key());
    Film greenlit =
        schedules.inItsPhase(request.film().greenlit(contents.vision(), clock.instant()));
    films.save(greenlit);
    spendingHold.settled(request.approval());
    return Map.of(
        "phase", greenlit.phase().name(),
        "lockedBudget", String.valueOf(contents.budgetVersion()),
        "vision", contents.vision());
  }

  @Override
  public void overturned(Case request) {
    films.save(films.hold(request.film().id()).ungreenlit());
  }

  @Override
  public void settled(Case request) {
    if (request.approval().state() != ApprovalState.APPROVED) {
      spendingHold.release(request.approval());
    }
  }
}
