package film.finalsay.drawdown;

import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import film.finalsay.film.FilmBudgets.BudgetSummary;
import film.finalsay.film.FilmCommitments;
import film.finalsay.film.FilmCosts;
import film.finalsay.film.FilmCosts.ReportSummary;
import film.finalsay.film.FilmDrawdowns;
import film.finalsay.film.FilmFinance;
import film.finalsay.film.FilmFinance.PlanSummary;
import film.finalsay.film.FilmFinance.SourceSummary;
import film.finalsay.film.FilmFinance.Standing;
import film.finalsay.film.FilmGreenlight;
import film.finalsay.film.Films;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was drawn of a film's sources, and its money as a whole. */
@Service
@Transactional(readOnly = true)
public class Drawdowns implements FilmDrawdowns {

  private final DrawdownRepository drawdowns;
  private final FilmFinance finance;
  private final FilmBudgets budgets;
  private final FilmGreenlight greenlight;
  private final FilmCosts costs;
  private final FilmCommitments commitments;
  private final Clock clock;

  Drawdowns(
      DrawdownRepository drawdowns,
      FilmFinance finance,
      FilmBudgets budgets,
      FilmGreenlight greenlight,
      FilmCosts costs,
      FilmCommitments commitments,
      Clock clock) {
    this.drawdowns = drawdowns;
    this.finance = finance;
    this.budgets = budgets;
    this.greenlight = greenlight;
    this.costs = costs;
    this.commitments = commitments;
    this.clock = clock;
  }

  /**
   * A source of today's plan, and what was taken of it.
   *
   * @param left negative if more was taken than it gives now
   */
  public record SourceStanding(
      String source, Standing standing, Money amount, Taken taken, Money left) {}

  /** The newest first, whatever became of them. */
  public List<Drawdown> page(Film film, int limit, long offset) {
    return drawdowns.page(film, limit, offset);
  }

  /** The sources of today's plan, in its order; empty while there is none. */
  public List<SourceStanding> sources(Film film) {
    List<Drawdown> all = drawdowns.standing(film);
    return plan(film).stream()
        .flatMap(plan -> plan.sources().stream())
        .map(source -> standing(film, source, all))
        .toList();
  }

  private SourceStanding standing(Film film, SourceSummary source, List<Drawdown> all) {
    Taken taken = Taken.of(all, one -> one.source().equals(source.name()), film.currency());
    return new SourceStanding(
        source.name(),
        source.standing(LocalDate.now(clock)),
        source.amount(),
        taken,
        taken.left(source.amount()));
  }

  @Override
  public Map<String, Money> drawn(Film film) {
    Map<String, Money> drawn = new LinkedHashMap<>();
    drawdowns.standing(film).stream()
        .filter(one -> !one.isOpen() && one.taken().minor() > 0)
        .forEach(one -> drawn.merge(one.source(), one.taken(), Money::plus));
    return drawn;
  }

  @Override
  public Map<String, Money> drawn(Collection<Film> films) {
    Map<String, Money> drawn = new LinkedHashMap<>();
    drawdowns
        .approved(Films.ids(films))
        .forEach(
            (film, all) ->
                drawn.put(
                    film, all.stream().map(Drawdown::taken).reduce(Money::plus).orElseThrow()));
    return drawn;
  }

  /** All as it stands now, by what the records say today. */
  public FilmMoney money(Film film) {
    Optional<PlanSummary> plan = plan(film);
    Optional<ReportSummary> report = costs.report(film, null);
    Taken taken = Taken.of(drawdowns.standing(film), one -> true, film.currency());
    return new FilmMoney(
        film.id(),
        film.currency(),
        LocalDate.now(clock),
        plan.map(PlanSummary::version).orElse(null),
        budgets
            .figures(film)
            .flatMap(figures -> budgets.version(film, figures.version()))
            .map(BudgetSummary::total)
            .orElse(null),
        plan.map(PlanSummary::secured).orElse(film.zero()),
        plan.map(PlanSummary::deferred).orElse(film.zero()),
        plan.map(PlanSummary::pending).orElse(film.zero()),
        greenlight.secured(film).orElse(null),
        taken.drawn(),
        taken.arrived(),
        taken.open(),
        commitments.committed(film, clock.instant()).values().stream()
            .reduce(film.zero(), Money::plus),
        report.map(ReportSummary::actual).orElse(null),
        report.map(ReportSummary::efc).orElse(null),
        report.map(ReportSummary::number).orElse(null),
        costs.hardStop(film).orElse(null));
  }

  private Optional<PlanSummary> plan(Film film) {
    return finance.plan(film, finance.latestPlan(film), LocalDate.now(clock));
  }
}
