package film.finalsay.budget;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Briefing;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The accounts and the film before and after a budget change, in plain figures. */
@Component
class BudgetChangeBriefing implements Briefing {

  private static final String NONE = "—";

  private final BudgetChanges changes;
  private final Budgets budgets;
  private final Films films;

  BudgetChangeBriefing(BudgetChanges changes, Budgets budgets, Films films) {
    this.changes = changes;
    this.budgets = budgets;
    this.films = films;
  }

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.BUDGET_CHANGE;
  }

  @Override
  public Map<String, String> of(Approval approval) {
    Film film = films.byInput(approval.filmId());
    BudgetChange change = changes.onFile(approval, film);
    Budget budget = budgets.current(film);
    Account to = budget.account("toAccount", change.toAccount());
    Money in = change.kind() == ChangeKind.OVERAGE ? film.zero() : change.amount();
    Money newMoney = change.kind() == ChangeKind.INCREASE ? change.amount() : film.zero();
    Map<String, String> texts = new HashMap<>();
    texts.put("changeKind", change.kind().inWords());
    texts.put("amountText", change.amount().inWords());
    texts.put("reasonText", Markdown.plain(change.reason()));
    texts.put("toAccountText", to.inWords());
    texts.put("toBefore", to.balance().inWords());
    texts.put("toAfter", to.balance().plus(in).inWords());
    texts.put("totalBefore", budget.total().inWords());
    texts.put("totalAfter", budget.total().plus(newMoney).inWords());
    texts.put(
        "overageAfter",
        change.kind() == ChangeKind.OVERAGE ? to.overage().plus(change.amount()).inWords() : "");
    texts.put("contingencyLeft", contingencyLeft(budget, change));
    putSource(texts, budget, change);
    return texts;
  }

  private static void putSource(Map<String, String> texts, Budget budget, BudgetChange change) {
    if (!change.kind().movesMoney()) {
      texts.putAll(Map.of("fromAccountText", NONE, "fromBefore", NONE, "fromAfter", NONE));
      return;
    }
    Account from = budget.account("fromAccount", change.fromAccount());
    texts.put("fromAccountText", from.inWords());
    texts.put("fromBefore", from.balance().inWords());
    texts.put("fromAfter", from.balance().minus(change.amount()).inWords());
  }

  private static String contingencyLeft(Budget budget, BudgetChange change) {
    return budget
        .contingency()
        .map(
            account -> {
              boolean draws = account.number().equals(change.fromAccount());
              boolean fills =
                  account.number().equals(change.toAccount())
                      && change.kind() != ChangeKind.OVERAGE;
              Money left = account.balance();
              left = draws ? left.minus(change.amount()) : left;
              left = fills ? left.plus(change.amount()) : left;
              return left.inWords();
            })
        .orElse("none budgeted");
  }
}
