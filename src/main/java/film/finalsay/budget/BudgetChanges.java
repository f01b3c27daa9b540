package film.finalsay.budget;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.approval.Refusal;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.register.ApprovalRegister;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Budget changes from request to effect. The film is locked throughout, so its money moves in turn.
 */
@Service
@Transactional
public class BudgetChanges {

  private static final int MAX_REASON = 2000;
  private static final int MAX_ACCOUNT = 12;

  private final BudgetChangeRepository changes;
  private final BudgetRepository budgetRecords;
  private final Budgets budgets;
  private final Films films;
  private final ApprovalRegister register;
  private final Clock clock;

  BudgetChanges(
      BudgetChangeRepository changes,
      BudgetRepository budgetRecords,
      Budgets budgets,
      Films films,
      ApprovalRegister register,
      Clock clock) {
    this.changes = changes;
    this.budgetRecords = budgetRecords;
    this.budgets = budgets;
    this.films = films;
    this.register = register;
    this.clock = clock;
  }

  /** A request as it is on file, with the facts on which the authority table decides. */
  public record Filed(Approval approval, BudgetChange change, AuthorityFacts facts) {}

  /**
   * Files what was asked for.
   *
   * @throws Refusal if a field is wrong, the budget does not allow it, or this person may not ask
   */
  public Filed file(Inputs inputs, String requester, String processInstanceId) {
    Film film = films.lock(films.byInput(inputs.text("film", 12)).id());
    Budget budget = budgets.current(film);
    BudgetChange change = read(inputs, film, budget);
    Approval approval =
        register.file(
            ApprovalKind.BUDGET_CHANGE,
            film,
            processInstanceId,
            requester,
            change.subject(budget),
            change.amount());
    changes.save(approval.key(), change);
    return new Filed(approval, change, AuthorityFacts.of(change, budget, film));
  }

  /** Replaces what was asked for by what is asked for now; the number and the history stay. */
  public Filed amend(Inputs inputs, String processInstanceId) {
    Approval approval = register.carriedBy(processInstanceId);
    Film film = films.lock(approval.filmId());
    Budget budget = budgets.current(film);
    BudgetChange change = read(inputs, film, budget);
    Approval amended = register.amend(approval, change.subject(budget), change.amount());
    changes.save(amended.key(), change);
    return new Filed(amended, change, AuthorityFacts.of(change, budget, film));
  }

  /**
   * Approves and applies in one transaction. What is applied is what is on file, and only if the
   * budget still allows it.
   */
  public void apply(String processInstanceId) {
    Film film = films.lock(register.carriedBy(processInstanceId).filmId());
    Approval approval = register.approve(processInstanceId);
    BudgetChange change = onFile(approval, film);
    Budget budget = budgets.current(film);
    change.requireFits(budget);
    Account to = budget.account("toAccount", change.toAccount());
    Instant now = clock.instant();
    switch (change.kind()) {
      case TRANSFER, CONTINGENCY -> {
        Account from = budget.account("fromAccount", change.fromAccount());
        budgetRecords.post(
            budget, from, approval.key(), Posting.CHANGE, change.amount().negated(), now);
        budgetRecords.post(budget, to, approval.key(), Posting.CHANGE, change.amount(), now);
      }
      case OVERAGE ->
          budgetRecords.post(budget, to, approval.key(), Posting.OVERAGE, change.amount(), now);
      case INCREASE -> increase(budget, to, change.amount(), approval, now);
    }
  }

  /** What is on file for an approval. */
  @Transactional(readOnly = true)
  public BudgetChange onFile(Approval approval, Film film) {
    return changes.find(approval.key(), film.currency()).orElseThrow();
  }

  private void increase(Budget old, Account raised, Money amount, Approval approval, Instant now) {
    Budget next =
        new Budget(
            old.filmId(),
            budgetRecords.nextNumber(old.filmId()),
            BudgetState.DRAFT,
            old.currency(),
            old.controlTotal() == null ? null : old.controlTotal().plus(amount),
            old.accounts().stream()
                .map(account -> account.equals(raised) ? account.raisedBy(amount) : account)
                .toList());
    budgetRecords.insert(next, old.number(), approval.requester(), now);
    budgetRecords.carryOver(old.filmId(), old.number(), next.number());
    if (old.state() == BudgetState.LOCKED) {
      budgetRecords.lock(next.filmId(), next.number(), approval.key(), now);
    }
  }

  private static BudgetChange read(Inputs inputs, Film film, Budget budget) {
    ChangeKind kind = inputs.oneOf("kind", ChangeKind.class);
    String from =
        switch (kind) {
          case TRANSFER -> inputs.text("fromAccount", MAX_ACCOUNT);
          case CONTINGENCY ->
              inputs
                  .optionalText("fromAccount", MAX_ACCOUNT)
                  .orElseGet(() -> contingency(budget).number());
          case OVERAGE, INCREASE -> null;
        };
    BudgetChange change =
        new BudgetChange(
            kind,
            from,
            inputs.text("toAccount", MAX_ACCOUNT),
            inputs.money("amount", film.currency()),
            inputs.text("reason", MAX_REASON));
    change.requireFits(budget);
    return change;
  }

  private static Account contingency(Budget budget) {
    return budget
        .contingency()
        .orElseThrow(
            () -> Refusal.invalid("kind", "the budget has no contingency account to draw from."));
  }
}
