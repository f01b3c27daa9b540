package film.finalsay.greenlight;

import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import film.finalsay.film.FilmFinance;
import film.finalsay.film.FilmFunds;
import film.finalsay.greenlight.GreenlightRepository.Given;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The funds that a greenlight was given on, and what was raised since. */
@Service
@Transactional(readOnly = true)
class GreenlitFunds implements FilmFunds {

  private final GreenlightRepository greenlights;
  private final FilmFinance finance;
  private final FilmBudgets budgets;

  GreenlitFunds(GreenlightRepository greenlights, FilmFinance finance, FilmBudgets budgets) {
    this.greenlights = greenlights;
    this.finance = finance;
    this.budgets = budgets;
  }

  @Override
  public Optional<Money> secured(Film film) {
    return greenlights
        .findLastApproved(film)
        .map(
            given ->
                securedThen(film, given).plus(budgets.newMoneySince(film, given.approvedAt())));
  }

  /**
   * As of the day of the greenlight. An estimated final cost carries a deferred fee in full, so
   * what is deferred counts beside the money.
   */
  private Money securedThen(Film film, Given given) {
    if (given.financePlan() == null) {
      return given.securedFunds();
    }
    LocalDate then = LocalDate.ofInstant(given.approvedAt(), ZoneOffset.UTC);
    return finance
        .plan(film, given.financePlan(), then)
        .map(plan -> plan.secured().plus(plan.deferred()))
        .orElseThrow();
  }
}
