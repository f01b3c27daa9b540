package film.finalsay.budget;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.GreenlightPart;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Role;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.film.Film;
import film.finalsay.register.Asking;
import film.finalsay.register.Case;
import film.finalsay.register.Content;
import film.finalsay.register.Declaration;
import film.finalsay.register.Declaration.Trait;
import film.finalsay.register.RequestKind;
import film.finalsay.register.Submission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Asks to lock a version of the budget, in place of the one that was locked before. The version is
 * submitted as long as that is pending, so that it is a draft again when it is returned, rejected,
 * withdrawn or stopped. Only the executive producer's own answer locks a budget, and once the film
 * is greenlit, with the consents of the parties to the greenlight.
 */
@Component
class BudgetLockRequest implements RequestKind {

  private static final String VERSION = "version";
  private static final String NOTE = "note";

  private final BudgetLockRepository locks;
  private final BudgetLockBriefing briefing;
  private final LockCheck check;
  private final Budgets budgets;
  private final ChangesLeftBehind leftBehind;
  private final GreenlightConsents consents;

  BudgetLockRequest(
      BudgetLockRepository locks,
      BudgetLockBriefing briefing,
      LockCheck check,
      Budgets budgets,
      ChangesLeftBehind leftBehind,
      GreenlightConsents consents) {
    this.locks = locks;
    this.briefing = briefing;
    this.check = check;
    this.budgets = budgets;
    this.leftBehind = leftBehind;
    this.consents = consents;
  }

  @Override
  public Declaration declared() {
    return Declaration.of(ApprovalKind.BUDGET_LOCK, "BL", Trait.ONE_AT_A_TIME, Trait.ENDORSED);
  }

  @Override
  public Submission submit(Asking asking) {
    Film film = asking.film();
    int number = number(asking.sent());
    String note = asking.sent().optionalLongText(NOTE).orElse("");
    Budget version =
        budgets
            .find(film, number)
            .orElseThrow(
                () ->
                    BusinessRuleException.invalid(
                        VERSION, "%s has no budget version %d.".formatted(film.inWords(), number)));
    check.require(film, version);
    return Submission.of(
            "Lock version %d of the budget of %s".formatted(number, film.title()),
            version.total(),
            Content.of(VERSION, number).with(NOTE, note))
        .and(request -> locks.save(request.key(), film.id(), number, note));
  }

  @Override
  public List<Role> rolesAsked(Case request) {
    return consents.after(RequestKind.super.rolesAsked(request), request.approval());
  }

  @Override
  public Set<Role> consents(Case request) {
    return consents.required(request.approval().processInstanceId());
  }

  @Override
  public Optional<GreenlightPart> changes(Case request) {
    return Optional.of(GreenlightPart.BUDGET);
  }

  @Override
  public Map<String, Object> variables(Case request) {
    return Map.copyOf(request.content().fields());
  }

  /** The version by its content, too, except while it is back with those who may break it down. */
  @Override
  public Map<String, String> subject(Case request) {
    Budget version = version(request);
    Map<String, String> subject = RequestKind.super.subject(request);
    subject.put("total", version.budgeted().plain());
    subject.put(
        "controlTotal", version.controlTotal() == null ? null : version.controlTotal().plain());
    boolean beingPrepared = request.approval().state() == ApprovalState.RETURNED;
    subject.put("contentSha256", beingPrepared ? null : budgets.currentSha256(version));
    return subject;
  }

  @Override
  public Map<String, String> brief(Case request) {
    return briefing.of(
        request.approval(), request.film(), version(request), request.content().text(NOTE));
  }

  @Override
  public Map<String, String> apply(Case request) {
    Film film = request.film();
    Budget version = version(request);
    check.require(film, version);
    Optional<Budget> before = budgets.locked(film);
    String left =
        leftBehind.approved(film, version).stream()
            .map(BudgetLockRepository.FiledChange::approvalKey)
            .collect(Collectors.joining(","));
    budgets.lock(film, version.number(), request.key());
    Map<String, String> facts = new HashMap<>();
    facts.put("lockedBudget", String.valueOf(version.number()));
    facts.put("total", version.total().plain());
    facts.put("contentSha256", budgets.currentSha256(version));
    before.ifPresent(
        superseded -> facts.put("supersededBudget", String.valueOf(superseded.number())));
    if (!left.isEmpty()) {
      facts.put("changesLeftBehind", left);
    }
    return facts;
  }

  private Budget version(Case request) {
    return budgets.byNumber(request.film(), request.content().number(VERSION));
  }

  private static int number(Inputs sent) {
    return sent.optionalOrdinal(VERSION)
        .orElseThrow(
            () ->
                BusinessRuleException.invalid(
                    VERSION, "is missing; the number of a budget version is needed."));
  }
}
