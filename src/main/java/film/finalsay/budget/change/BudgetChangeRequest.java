package film.finalsay.budget.change;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Decision;
import film.finalsay.approval.GivenAnswer;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import film.finalsay.approval.Scope;
import film.finalsay.authority.Ruling;
import film.finalsay.budget.Account;
import film.finalsay.budget.Budget;
import film.finalsay.budget.BudgetPostings;
import film.finalsay.budget.Budgets;
import film.finalsay.film.FilmCosts;
import film.finalsay.register.Asking;
import film.finalsay.register.Case;
import film.finalsay.register.Declaration;
import film.finalsay.register.RequestKind;
import film.finalsay.register.Submission;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Asks to move money in the budget, or to bring new money in. The authority table says who decides
 * and who consents; what is applied is what is on file, if the budget still allows it.
 */
@Component
class BudgetChangeRequest implements RequestKind {

  private static final Set<String> GOES_BY = Set.of("kind", "amount", "decidedBy", "consents");

  private final BudgetChangeRepository changes;
  private final BudgetChangeRules rules;
  private final Budgets budgets;
  private final BudgetPostings postings;
  private final FilmCosts costs;

  BudgetChangeRequest(
      BudgetChangeRepository changes,
      BudgetChangeRules rules,
      Budgets budgets,
      BudgetPostings postings,
      FilmCosts costs) {
    this.changes = changes;
    this.rules = rules;
    this.budgets = budgets;
    this.postings = postings;
    this.costs = costs;
  }

  @Override
  public Declaration declared() {
    return Declaration.of(ApprovalKind.BUDGET_CHANGE, "BC").about(Scope.MONEY);
  }

  @Override
  public Submission submit(Asking asking) {
    Weighed weighed =
        rules.weigh(
            asking.sent(),
            asking.film(),
            asking.requester(),
            asking.amended() == null ? null : asking.amended().key());
    BudgetChange change = weighed.change();
    int version = weighed.budget().number();
    return Submission.of(change.subject(weighed.budget()), change.amount(), change.content(version))
        .going(weighed.inputs())
        .and(
            request -> {
              if (asking.amended() != null) {
                changes.remove(request.key());
              }
              changes.insert(request.approval(), change, version, weighed.tableVersion());
            });
  }

  @Override
  public Map<String, Object> variables(Case request) {
    Map<String, Object> variables = fields(request);
    variables.keySet().retainAll(GOES_BY);
    return variables;
  }

  @Override
  public Map<String, Object> fields(Case request) {
    Map<String, Object> fields = new HashMap<>(BudgetChange.of(request).byName());
    changes.ruling(request.key()).ifPresent(ruling -> fields.putAll(ruling.byName()));
    return fields;
  }

  @Override
  public Map<String, String> brief(Case request) {
    Map<String, String> texts =
        new HashMap<>(BudgetChangeBriefing.of(rules.weighed(request.approval(), request.film())));
    changes
        .ruling(request.key())
        .ifPresent(ruling -> texts.put("because", Markdown.plain(ruling.because())));
    return texts;
  }

  @Override
  public Set<String> accounts(Case request) {
    return BudgetChange.of(request).accounts();
  }

  @Override
  public void requireMayAnswer(Case request, GivenAnswer answer) {
    if (answer.outcome() == Outcome.APPROVE) {
      rules.requireMayApprove(request, answer);
    }
  }

  @Override
  public Role decidedBy(Case request) {
    return ruling(request).decidedBy();
  }

  @Override
  public Set<Role> consents(Case request) {
    return ruling(request).consents();
  }

  @Override
  public void requireStillPossible(Case request) {
    ruling(request);
    rules.requireStillPossible(request);
  }

  @Override
  public Map<String, String> apply(Case request) {
    requireApprovedInStop(request);
    BudgetChange change = BudgetChange.of(request);
    Budget budget = budgets.current(request.film());
    Account to = change.to(budget);
    switch (change.kind()) {
      case TRANSFER, CONTINGENCY ->
          postings.move(budget, change.from(budget), to, change.amount(), request.approval());
      case OVERAGE -> postings.overspend(budget, to, change.amount(), request.approval());
      case INCREASE -> postings.raise(budget, to, change.amount(), request.approval());
    }
    changes.countApproved(change, request.film().id());
    return change.inLedger();
  }

  @Override
  public Runnable following(Case open) {
    boolean stopped = costs.hardStop(open.film()).isPresent();
    return () -> {
      if (stopped) {
        costs.approvedInHardStop(open.film(), open.key());
      }
    };
  }

  private Ruling ruling(Case request) {
    return changes
        .ruling(request.key())
        .orElseThrow(
            () ->
                conflict(
                    "%s takes no effect: the authority table has not said who decides it.",
                    request.key()));
  }

  /** A stop that came into force after a lower role approved holds that approval up too. */
  private void requireApprovedInStop(Case request) {
    request.decisions().stream()
        .filter(decision -> decision.outcome() == Outcome.APPROVE)
        .reduce((earlier, later) -> later)
        .map(Decision::role)
        .ifPresent(role -> rules.requireNotStopped(request.film(), role));
  }
}
