package film.finalsay.personnel;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.commitment.Commitments;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.Case;
import film.finalsay.register.Content;
import org.springframework.stereotype.Component;

/** What somebody's work costs, and whether their account has as much. */
@Component
class Pricing {

  private static final int MAX_ACCOUNT = 12;

  private final FilmBudgets budgets;
  private final Commitments commitments;
  private final ApprovalRegister register;

  Pricing(FilmBudgets budgets, Commitments commitments, ApprovalRegister register) {
    this.budgets = budgets;
    this.commitments = commitments;
    this.register = register;
  }

  /**
   * With fee, guarantee, fringes and what they come to; without a fee, as it is.
   *
   * @throws BusinessRuleException (invalid) naming a field that is wrong, or if the account has
   *     less left; (conflict) while nothing may be spent
   */
  Content priced(Content content, Inputs sent, Film film) {
    Money fee = sent.optionalMoney("fee", film.currency()).orElse(null);
    if (fee == null) {
      if (sent.optionalText("account", MAX_ACCOUNT).isPresent()) {
        throw invalid("fee", "is missing; the account would pay nothing.");
      }
      return content;
    }
    FeeBasis basis = sent.oneOf("basis", FeeBasis.class);
    Integer sentUnits = sent.optionalOrdinal("units").orElse(null);
    if (basis == FeeBasis.FLAT ? sentUnits != null && sentUnits != 1 : sentUnits == null) {
      throw invalid("units", "has to be 1 or empty of a flat fee, and the guarantee of any other.");
    }
    int units = sentUnits == null ? 1 : sentUnits;
    String account = sent.text("account", MAX_ACCOUNT);
    Money fringes;
    Money cost;
    try {
      Money wage = basis.guaranteed(fee, units);
      fringes = budgets.fringesOn(film, account, wage);
      cost = Money.of(wage.value().add(fringes.value()), film.currency());
    } catch (ArithmeticException outOfRange) {
      throw invalid("fee", "comes to more than any budget has.");
    }
    String change = sent.optionalText("budgetChange", 40).orElse(null);
    Money needed = change == null ? cost : cost.minus(coming(film, change, account));
    commitments.require(film, account, needed.isNegative() ? film.zero() : needed, "fee");
    return content
        .with("account", account)
        .with("fee", fee.plain())
        .with("basis", basis.name())
        .with("units", units)
        .with("fringes", fringes.plain())
        .with("cost", cost.plain())
        .with("budgetChange", change);
  }

  /** What an open budget change brings to the account; one that is approved has brought it. */
  private Money coming(Film film, String key, String account) {
    Case change =
        register.filed(film, ApprovalKind.BUDGET_CHANGE).stream()
            .filter(one -> one.key().equals(key))
            .filter(one -> one.content().text("toAccount").equals(account))
            .filter(one -> !one.content().text("change").equals("OVERAGE"))
            .findFirst()
            .orElse(null);
    boolean open = change != null && !change.approval().state().isFinal();
    if (change == null || !(open || register.wasApproved(change.approval()))) {
      throw invalid(
          "budgetChange",
          "%s makes no room on account %s; name one that is open or approved, and brings money there.",
          key,
          account);
    }
    return open ? change.content().money("amount", film.currency()) : film.zero();
  }
}
