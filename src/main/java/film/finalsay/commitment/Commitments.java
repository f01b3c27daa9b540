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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
   *     that counts has no such account, it is the contingency, or the account has less left than
   *     that; (conflict) while nothing may be spent
   */
  @Transactional(readOnly = true)
  public void require(Film film, String account, Money amount) {
    require(film, account, amount, "amount");
  }

  /**
   * The same.
   *
   * @param field what was sent that makes the amount, as a refusal names it
   */
  @Transactional(readOnly = true)
  public void require(Film film, String account, Money amount, String field) {
    spending.requireSpendable(film);
    AccountFigures figures = figures(film, account);
    if (figures.contingency()) {
      throw invalid(
          "account",
          "%s is the contingency, which pays nobody: a budget change draws from it to the account that"
              + " does.",
          account);
    }
    Money committed = commitments.sum(film, account);
    Money left = figures.budgeted().plus(figures.changes()).minus(committed);
    if (amount.compareTo(left) > 0) {
      throw invalid(
          field,
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
    return record(request, Map.of(account, amount));
  }

  /**
   * The same on several accounts: all are checked before one is recorded.
   *
   * @param amounts by account, each more than zero; may be empty
   * @throws BusinessRuleException (conflict) if one of the accounts has not enough left any more;
   *     nothing is recorded then
   */
  public Map<String, String> record(Case request, Map<String, Money> amounts) {
    try {
      amounts.forEach((account, amount) -> require(request.film(), account, amount));
    } catch (BusinessRuleException notAnyMore) {
      throw conflict(
          "The budget does not allow %s any more: %s", request.key(), notAnyMore.getMessage());
    }
    Map<String, String> facts = new TreeMap<>();
    Money sum = request.film().zero();
    for (Map.Entry<String, Money> one : new TreeMap<>(amounts).entrySet()) {
      insert(request, one.getKey(), one.getValue());
      sum = sum.plus(one.getValue());
      facts.merge("account", one.getKey(), (first, next) -> first + "," + next);
      if (amounts.size() > 1) {
        facts.put("committed " + one.getKey(), one.getValue().plain());
      }
    }
    facts.put("committed", sum.plain());
    facts.put("currency", sum.currency().getCurrencyCode());
    return facts;
  }

  private void insert(Case request, String account, Money amount) {
    try {
      commitments.insert(
          request.film(),
          new Commitment(
              request.key(), account, amount, request.approval().subject(), clock.instant()));
    } catch (DuplicateKeyException committed) {
      throw conflict("What %s binds the film to is committed already.", request.key());
    }
  }

  @Override
  @Transactional(readOnly = true)
  public Money committed(Film film, String account) {
    return commitments.sum(film, account);
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Money> committed(Film film, Instant until) {
    return commitments.sums(film, until);
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
