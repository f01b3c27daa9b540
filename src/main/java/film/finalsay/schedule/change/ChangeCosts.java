package film.finalsay.schedule.change;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.commitment.Commitments;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import film.finalsay.film.FilmBudgets.AccountFigures;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.Content;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a change of the schedule costs on each account, and where that money is. */
@Component
class ChangeCosts {

  static final String COSTS = "costs";
  static final String BUDGET_CHANGE = "budgetChange";

  private static final int MAX_LENGTH = 2000;

  private final FilmBudgets budgets;
  private final Commitments commitments;
  private final ApprovalRegister register;

  ChangeCosts(FilmBudgets budgets, Commitments commitments, ApprovalRegister register) {
    this.budgets = budgets;
    this.commitments = commitments;
    this.register = register;
  }

  /**
   * Reads an account and an amount a line, and looks whether the money is there: on the account
   * itself, or by a budget change that is named.
   *
   * @return amounts by account, in the order in which they were sent; empty if it costs nothing
   * @throws BusinessRuleException (invalid) naming the field
   */
  Map<String, Money> read(Inputs sent, Film film) {
    Map<String, Money> costs = new LinkedHashMap<>();
    for (String line : sent.optionalLines(COSTS, MAX_LENGTH).orElse("").split("\\R")) {
      if (!line.isBlank()) {
        add(line.strip(), film, costs);
      }
    }
    String change = sent.optionalText(BUDGET_CHANGE, 40).orElse(null);
    if (change != null) {
      require(film, change);
    } else {
      costs.forEach((account, cost) -> requireLeft(film, account, cost));
    }
    return costs;
  }

  private void add(String line, Film film, Map<String, Money> costs) {
    String[] cells = line.split("\\s+");
    if (cells.length != 2) {
      throw invalid(COSTS, "has to be an account and an amount a line, as in 3500 8000.00.");
    }
    List<AccountFigures> accounts =
        budgets.figures(film).map(FilmBudgets.BudgetFigures::accounts).orElse(List.of());
    if (accounts.stream().noneMatch(account -> account.number().equals(cells[0]))) {
      throw invalid(
          COSTS, "the budget of %s has no account \"%s\".", film.inWords(), shortened(cells[0]));
    }
    Money cost = Inputs.of(Map.of(COSTS, cells[1])).money(COSTS, film.currency());
    if (costs.put(cells[0], cost) != null) {
      throw invalid(COSTS, "has account %s twice.", cells[0]);
    }
  }

  private static String shortened(String account) {
    return account.length() <= 12 ? account : account.substring(0, 12);
  }

  private void require(Film film, String change) {
    boolean there =
        register.filed(film, ApprovalKind.BUDGET_CHANGE).stream()
            .filter(filed -> filed.key().equals(change))
            .map(filed -> filed.approval().state())
            .anyMatch(state -> state == ApprovalState.APPROVED || !state.isFinal());
    if (!there) {
      throw invalid(
          BUDGET_CHANGE,
          "%s has no open or approved budget change of this number.",
          film.inWords());
    }
  }

  private void requireLeft(Film film, String account, Money cost) {
    try {
      commitments.require(film, account, cost);
    } catch (BusinessRuleException refusal) {
      if (refusal.kind() != BusinessRuleException.Kind.INVALID) {
        throw refusal;
      }
      throw invalid(COSTS, "%s Name the budget change that makes room for it.", refusal.reason());
    }
  }

  /**
   * @throws BusinessRuleException (conflict) if the money is not there any more, or the budget
   *     change that makes room for it is not approved
   */
  void requireThere(Film film, Content content, Map<String, Money> costs) {
    String change = content.find(BUDGET_CHANGE).orElse(null);
    if (change == null) {
      try {
        costs.forEach((account, cost) -> requireLeft(film, account, cost));
      } catch (BusinessRuleException notAnyMore) {
        throw conflict("The budget does not allow it any more: %s", notAnyMore.reason());
      }
    } else {
      Approval approval = register.byKey(change);
      if (approval.state() != ApprovalState.APPROVED) {
        throw conflict(
            "%s, which makes room for it in the budget, is not approved.", approval.key());
      }
    }
  }
}
