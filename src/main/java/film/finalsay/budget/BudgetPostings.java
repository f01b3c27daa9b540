package film.finalsay.budget;

import film.finalsay.approval.Approval;
import film.finalsay.approval.Money;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What each kind of approved change does to the money. Call it with the film locked. */
@Component
class BudgetPostings {

  private final BudgetRepository budgets;
  private final BreakdownRepository breakdowns;
  private final PostingRepository postings;
  private final Clock clock;

  BudgetPostings(
      BudgetRepository budgets,
      BreakdownRepository breakdowns,
      PostingRepository postings,
      Clock clock) {
    this.budgets = budgets;
    this.breakdowns = breakdowns;
    this.postings = postings;
    this.clock = clock;
  }

  void post(BudgetChange change, Budget budget, Approval approval) {
    Instant now = clock.instant();
    Account to = budget.account("toAccount", change.toAccount());
    switch (change.kind()) {
      case TRANSFER, CONTINGENCY -> {
        Account from = budget.account("fromAccount", change.fromAccount());
        Money amount = change.amount();
        postings.post(budget, from, approval.key(), Posting.CHANGE, amount.negated(), now);
        postings.post(budget, to, approval.key(), Posting.CHANGE, amount, now);
      }
      case OVERAGE ->
          postings.post(budget, to, approval.key(), Posting.OVERAGE, change.amount(), now);
      case INCREASE -> raise(budget, to, change.amount(), approval, now);
    }
  }

  /** New money makes a new version; what was posted on the old one counts on the new one too. */
  private void raise(Budget old, Account raised, Money amount, Approval approval, Instant now) {
    Budget next =
        new Budget(
            old.filmId(),
            budgets.nextNumber(old.filmId()),
            BudgetState.DRAFT,
            true,
            old.currency(),
            old.controlTotal() == null ? null : old.controlTotal().plus(amount),
            old.accounts().stream()
                .map(account -> account.equals(raised) ? account.raisedBy(amount) : account)
                .toList());
    Breakdown breakdown = breakdowns.find(old).raised(raised.number(), amount, approval.key());
    budgets.insert(next, breakdown, old.number(), approval.requester(), now);
    postings.carryOver(old.filmId(), old.number(), next.number());
    if (old.state() == BudgetState.LOCKED) {
      budgets.lock(next.filmId(), next.number(), approval.key(), now);
    }
  }
}
