package film.finalsay.budget.change;

import film.finalsay.approval.Money;
import film.finalsay.budget.Account;
import film.finalsay.budget.Budget;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * The facts on which the authority table decides who decides a budget change. The limits are not
 * here: they stand in {@code budget-change-authority.dmn}.
 *
 * @param sameSection whether both accounts are in one section of the top sheet
 * @param aboveTheLine whether any account it touches is above the line
 * @param cumulative this request and all before it on the same source account and of the same kind
 * @param share the cumulative amount in percent of the source account's budget: of the contingency
 *     for a drawdown, of the overspent account for an overage; 100 for an account with no budget
 * @param contingencyDrawn percent of the contingency as a whole that is drawn once this and the
 *     drawdowns before it are approved; the whole is what is left and what was drawn, so what was
 *     moved into it counts
 * @param shot percent of the shooting days completed
 */
public record AuthorityFacts(
    boolean sameSection,
    boolean aboveTheLine,
    Money cumulative,
    BigDecimal share,
    BigDecimal contingencyDrawn,
    BigDecimal shot) {

  private static final int DECIMALS = 6;

  static AuthorityFacts of(BudgetChange change, Cumulative before, Budget budget, int percentShot) {
    Account to = change.to(budget);
    Account source = change.source(budget);
    return new AuthorityFacts(
        source.section() == to.section(),
        source.section().isAboveTheLine() || to.section().isAboveTheLine(),
        before.with(change),
        percent(before.with(change), source.budgeted()),
        budget.contingency().map(account -> drawn(account, change, before)).orElse(BigDecimal.ZERO),
        BigDecimal.valueOf(percentShot));
  }

  /** The inputs of the authority table beside the request's own. */
  public Map<String, Object> byName() {
    return Map.of(
        "sameSection", sameSection,
        "aboveTheLine", aboveTheLine,
        "cumulative", cumulative.plain(),
        "share", share.toPlainString(),
        "contingencyDrawn", contingencyDrawn.toPlainString(),
        "shot", shot.toPlainString());
  }

  private static BigDecimal drawn(Account contingency, BudgetChange change, Cumulative before) {
    Money whole = contingency.balance().plus(before.drawn());
    return percent(
        change.kind() == ChangeKind.CONTINGENCY ? before.with(change) : before.drawn(), whole);
  }

  /** Rounded up, so that nothing above a limit is taken for being on it. */
  private static BigDecimal percent(Money part, Money whole) {
    if (whole.minor() == 0) {
      return part.minor() == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(100);
    }
    return part.value()
        .multiply(BigDecimal.valueOf(100))
        .divide(whole.value(), DECIMALS, RoundingMode.CEILING);
  }
}
