package film.finalsay.greenlight;

import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import film.finalsay.film.FilmFinance;
import film.finalsay.film.FilmFinance.PlanSummary;
import film.finalsay.film.FilmFunds;
import film.finalsay.greenlight.GreenlightRepository.Given;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The funds that a greenlit film has today. */
@Service
@Transactional(readOnly = true)
class GreenlitFunds implements FilmFunds {

  private final GreenlightRepository greenlights;
  private final FilmFinance finance;
  private final FilmBudgets budgets;
  private final Clock clock;

  GreenlitFunds(
      GreenlightRepository greenlights, FilmFinance finance, FilmBudgets budgets, Clock clock) {
    this.greenlights = greenlights;
    this.finance = finance;
    this.budgets = budgets;
    this.clock = clock;
  }

  @Override
  public Optional<Money> secured(Film film) {
    return greenlights.findLastApproved(film).map(given -> securedToday(film, given));
  }

  /**
   * What the greenlight was given on, as far as it holds today, and the new money approved since,
   * has to be covered by the newest plan.
   *
   * @return a sentence if it is not; empty also while no greenlight is given
   */
  Optional<String> shortfall(Film film) {
    return greenlights.findLastApproved(film).flatMap(given -> shortfall(film, given));
  }

  private Optional<String> shortfall(Film film, Given given) {
    Money increases = budgets.newMoneySince(film, given.approvedAt());
    Money needed = given(film, given).plus(increases);
    return securedToday(film, given).compareTo(needed) >= 0
        ? Optional.empty()
        : Optional.of(
            "Finance plan: it secures less than %s, of which %s are increases approved since."
                .formatted(needed.inWords(), increases.inWords()));
  }

  /** What the newest plan says today, and the new money approved since it was saved. */
  private Money securedToday(Film film, Given given) {
    return finance
        .plan(film, LocalDate.now(clock))
        .filter(plan -> given.financePlan() != null || plan.savedAt().isAfter(given.approvedAt()))
        .map(plan -> plan.funds().plus(budgets.newMoneySince(film, later(plan.savedAt(), given))))
        .orElseGet(
            () -> given.securedFunds().plus(budgets.newMoneySince(film, given.approvedAt())));
  }

  /** What the greenlight was given on, as far as it holds today. */
  private Money given(Film film, Given given) {
    if (given.financePlan() == null) {
      return given.securedFunds();
    }
    int version =
        finance
            .planAt(film, given.approvedAt())
            .map(PlanSummary::version)
            .filter(then -> then > given.financePlan())
            .orElse(given.financePlan());
    return finance.plan(film, version, LocalDate.now(clock)).orElseThrow().funds();
  }

  private static Instant later(Instant savedAt, Given given) {
    return savedAt.isAfter(given.approvedAt()) ? savedAt : given.approvedAt();
  }
}
