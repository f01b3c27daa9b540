package film.finalsay.commitment;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import film.finalsay.film.FilmBudgets.AccountFigures;
import film.finalsay.film.FilmCommitments;
import film.finalsay.film.FilmSpending;
import film.finalsay.register.Case;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a film has committed itself to, account by account. */
@Service
@Transactional
public class Commitments implements FilmCommitments {

  private final CommitmentRepository commitments;
  private final FilmBudgets budgets;
  private final FilmSpending spending;
  private final Clock clock;

  Commitments(
      CommitmentRepository commitments, FilmBudgets budgets, FilmSpending spending, Clock clock) {
    this.commitments = commitments;
    this.budgets = budgets;
    this.spending = spending;
    this.clock = clock;
  }

  /**
   * Refuses what could not be committed now. Call it with the film locked.
   *
   * @param amount more than zero
   * @throws BusinessRuleException (invalid) naming {@code account} or {@code amount} if the budget
   *     that counts has no such account, or the account has less left than that; (conflict) while
   *     nothing may be spent
   */
  @Transactional(readOnly = true)
  public void require(Film film, String account, Money amount) {
    spending.requireSpendable(film);
    AccountFigures figures = figures(film, account);
    Money committed = commitments.sum(film, account);
    Money left = figures.budgeted().plus(figures.changes()).minus(committed);
    if (amount.compareTo(left) > 0) {
      throw invalid(
          "amount",
          "%s is more than account %s %s has left, %s; %s is committed already.",
          amount.inWords(),
          figures.number(),
          figures.description(),
          left.inWords(),
          committed.inWords());
    }
  }

  /**
   * Records what an approval binds the film to pay: the effect of a request.
   *
   * @throws BusinessRuleException (conflict) if the account has not enough left any more
   */
  public Map<String, String> record(Case request, String account, Money amount) {
    try {
      require(request.film(), account, amount);
    } catch (BusinessRuleException notAnyMore) {
      throw conflict(
          "The budget does not allow %s any more: %s", request.key(), notAnyMore.getMessage());
    }
    try {
      commitments.insert(
          request.film(),
          new Commitment(
              request.key(), account, amount, request.approval().subject(), clock.instant()));
    } catch (DuplicateKeyException committed) {
      throw BusinessRuleException.conflict(
          "What %s binds the film to is committed already.".formatted(request.key()));
    }
    return Map.of(
        "committed", amount.plain(),
        "currency", amount.currency().getCurrencyCode(),
        "account", account);
  }

  @Override
  @Transactional(readOnly = true)
  public Money committed(Film film, String account) {
    return commitments.sum(film, account);
  }

  /** The newest first. */
  @Transactional(readOnly = true)
  public List<Commitment> of(Film film, int limit, long offset) {
    return commitments.find(film, limit, offset);
  }

  private AccountFigures figures(Film film, String account) {
    return budgets
        .figures(film)
        .flatMap(
            budget ->
                budget.accounts().stream().filter(one -> one.number().equals(account)).findFirst())
        .orElseThrow(
            () ->
                invalid(
                    "account", "the budget of %s has no account \"%s\".", film.inWords(), account));
  }
}
