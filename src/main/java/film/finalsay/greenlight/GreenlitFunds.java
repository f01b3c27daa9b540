package film.finalsay.greenlight;

import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import film.finalsay.film.FilmFunds;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The funds that a greenlight was given on, and what was raised since. */
@Service
@Transactional(readOnly = true)
class GreenlitFunds implements FilmFunds {

  private final GreenlightRepository greenlights;
  private final FilmBudgets budgets;

  GreenlitFunds(GreenlightRepository greenlights, FilmBudgets budgets) {
    this.greenlights = greenlights;
    this.budgets = budgets;
  }

  @Override
  public Optional<Money> secured(Film film) {
    return greenlights
        .findLastApproved(film)
        .map(given -> given.securedFunds().plus(budgets.newMoneySince(film, given.approvedAt())));
  }
}
