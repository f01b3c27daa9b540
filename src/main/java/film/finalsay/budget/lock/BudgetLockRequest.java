package film.finalsay.budget.lock;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.GreenlightPart;
import film.finalsay.approval.Money;
import film.finalsay.approval.Role;
import film.finalsay.approval.Scope;
import film.finalsay.budget.Budget;
import film.finalsay.budget.BudgetState;
import film.finalsay.budget.Budgets;
import film.finalsay.budget.lock.BudgetLockRepository.FiledChange;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Budgets budgets;
  private final GreenlightConsents consents;

  BudgetLockRequest(
      BudgetLockRepository locks,
      BudgetLockBriefing briefing,
      Budgets budgets,
      GreenlightConsents consents) {
    this.locks = locks;
    this.briefing = briefing;
    this.budgets = budgets;
    this.consents = consents;
  }

  @Override
  public Declaration declared() {
    return Declaration.of(ApprovalKind.BUDGET_LOCK, "BL", Trait.ONE_AT_A_TIME, Trait.ENDORSED)
        .about(Scope.MONEY)
        .changing(Set.of(ApprovalKind.BUDGET_LOCK.name()));
  }

  @Override
  public Submission submit(Asking asking) {
    Film film = asking.film();
    int number =
        asking
            .sent()
            .optionalOrdinal(VERSION)
            .orElseThrow(
                () -> invalid(VERSION, "is missing; the number of a budget version is needed."));
    String note = asking.sent().optionalLongText(NOTE).orElse("");
    Budget version =
        budgets
            .find(film, number)
            .orElseThrow(
                () -> invalid(VERSION, "%s has no budget version %d.", film.inWords(), number));
    requireLockable(film, version);
    return Submission.of(
            "Lock version %d of the budget of %s".formatted(number, film.title()),
            version.total(),
            Content.of(VERSION, number).with(NOTE, note))
        .and(request -> locks.save(request.key(), film.id(), number, note));
  }

  @Override
  public List<Role> rolesAsked(Case request) {
    return consents.after(RequestKind.super.rolesAsked(request), request);
  }

  @Override
  public Set<Role> consents(Case request) {
    return consents.required(request);
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
    return briefing.of(request, version(request), request.content().text(NOTE));
  }

  @Override
  public Map<String, String> apply(Case request) {
    Film film = request.film();
    Budget version = version(request);
    requireLockable(film, version);
    Optional<Budget> before = budgets.locked(film);
    String left = FiledChange.keys(locks.approvedLeftBehind(film, version), ",");
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

  /**
   * @throws BusinessRuleException (conflict) if the version is no draft, is not the newest word on
   *     itself, does not add up, or would leave open budget changes without their budget
   */
  private void requireLockable(Film film, Budget version) {
    if (version.isLocked() || version.state() == BudgetState.SUPERSEDED) {
      throw conflict(
          "Version %d of the budget is %s already.",
          version.number(), version.state().name().toLowerCase(Locale.ROOT));
    }
    budgets
        .raisedTo(version)
        .ifPresent(
            raised -> {
              throw conflict(
                  "An approved increase made version %1$d of version %2$d; lock version %1$d instead.",
                  raised, version.number());
            });
    Money missing = version.missing();
    if (missing.minor() != 0) {
      throw conflict(
          "Version %d of the budget does not add up: it is %s %s its control total of %s.",
          version.number(),
          missing.isNegative() ? missing.negated().inWords() : missing.inWords(),
          missing.isNegative() ? "above" : "short of",
          version.controlTotal().inWords());
    }
    List<FiledChange> open = locks.openLeftBehind(film, version);
    if (!open.isEmpty()) {
      throw conflict(
          "Version %d would replace version %d of the budget, on which budget changes are open: %s.",
          version.number(), budgets.current(film).number(), FiledChange.keys(open, ", "));
    }
  }
}
