package film.finalsay.slate;

import film.finalsay.approval.Approval;
import film.finalsay.approval.Money;
import film.finalsay.approval.OpenSteps;
import film.finalsay.approval.OpenSteps.OpenStep;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import film.finalsay.film.FilmBudgets.BudgetTotal;
import film.finalsay.film.FilmCosts;
import film.finalsay.film.FilmCosts.CostStanding;
import film.finalsay.film.FilmDrawdowns;
import film.finalsay.film.FilmFinance;
import film.finalsay.film.FilmFinance.PlanSummary;
import film.finalsay.film.FilmGreenlight;
import film.finalsay.film.FilmGreenlight.ConditionCount;
import film.finalsay.film.Films;
import film.finalsay.film.Viewer;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.slate.SlateFilm.Wait;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the figures of all films that somebody is on, each kind of figure for all at once. */
@Service
@Transactional(readOnly = true)
public class Slate {

  private static final ConditionCount NO_CONDITIONS = new ConditionCount(0, 0);

  private final Films films;
  private final FilmBudgets budgets;
  private final FilmCosts costs;
  private final FilmFinance finance;
  private final FilmGreenlight greenlight;
  private final FilmDrawdowns drawdowns;
  private final ApprovalRegister register;
  private final OpenSteps openSteps;
  private final Clock clock;

  Slate(
      Films films,
      FilmBudgets budgets,
      FilmCosts costs,
      FilmFinance finance,
      FilmGreenlight greenlight,
      FilmDrawdowns drawdowns,
      ApprovalRegister register,
      OpenSteps openSteps,
      Clock clock) {
    this.films = films;
    this.budgets = budgets;
    this.costs = costs;
    this.finance = finance;
    this.greenlight = greenlight;
    this.drawdowns = drawdowns;
    this.register = register;
    this.openSteps = openSteps;
    this.clock = clock;
  }

  /**
   * The films of somebody's slate.
   *
   * @param films in the order of their risk
   * @param totals one for each currency
   */
  public record Standing(List<SlateFilm> films, List<SlateTotal> totals) {}

  /** All films that this person sees. */
  public Standing of(Viewer viewer) {
    List<Film> seen = films.seenBy(viewer);
    Figures figures = read(seen);
    List<SlateFilm> standing =
        seen.stream()
            .map(film -> figures.of(film, clock.instant()))
            .sorted(Risk.HIGHEST_FIRST)
            .toList();
    return new Standing(standing, SlateTotal.of(standing));
  }

  private Figures read(List<Film> seen) {
    List<Approval> open = register.open(Films.ids(seen));
    return new Figures(
        budgets.totals(seen),
        costs.standings(seen),
        finance.latestPlans(seen, LocalDate.now(clock)),
        greenlight.secured(seen),
        drawdowns.drawn(seen),
        greenlight.conditions(seen),
        open.stream().collect(Collectors.groupingBy(Approval::filmId)),
        openSteps.of(open.stream().map(Approval::key).collect(Collectors.toSet())));
  }

  /** What was read of all films, each by film; the open steps by approval. */
  private record Figures(
      Map<String, BudgetTotal> budgets,
      Map<String, CostStanding> costs,
      Map<String, PlanSummary> plans,
      Map<String, Money> secured,
      Map<String, Money> drawn,
      Map<String, ConditionCount> conditions,
      Map<String, List<Approval>> approvals,
      Map<String, List<OpenStep>> steps) {

    SlateFilm of(Film film, Instant now) {
      Optional<BudgetTotal> budget = Optional.ofNullable(budgets.get(film.id()));
      Optional<CostStanding> cost = Optional.ofNullable(costs.get(film.id()));
      ConditionCount counted = conditions.getOrDefault(film.id(), NO_CONDITIONS);
      List<Approval> open = approvals.getOrDefault(film.id(), List.of());
      return new SlateFilm(
          film.id(),
          film.title(),
          film.phase(),
          film.shootingDaysCompleted(),
          film.shootingDays(),
          film.percentShot(),
          film.currency(),
          budget.map(BudgetTotal::total).orElse(null),
          cost.map(CostStanding::report).orElse(null),
          cost.map(CostStanding::weekEnding).orElse(null),
          cost.map(CostStanding::efc).orElse(null),
          budget.map(BudgetTotal::contingency).orElse(null),
          budget.map(BudgetTotal::contingencyLeft).orElse(null),
          securedOf(film),
          drawn.getOrDefault(film.id(), film.zero()),
          byKind(open),
          oldest(open, now),
          cost.map(CostStanding::hardStop).orElse(false),
          counted.open(),
          counted.overdue());
    }

    private Money securedOf(Film film) {
      return Optional.ofNullable(secured.get(film.id()))
          .or(() -> Optional.ofNullable(plans.get(film.id())).map(PlanSummary::funds))
          .orElse(null);
    }

    private static Map<String, Long> byKind(List<Approval> open) {
      return open.stream()
          .collect(
              Collectors.groupingBy(
                  approval -> approval.kind().name(), TreeMap::new, Collectors.counting()));
    }

    private Wait oldest(List<Approval> open, Instant now) {
      return open.stream()
          .flatMap(
              approval ->
                  steps.getOrDefault(approval.key(), List.of()).stream()
                      .map(step -> wait(approval, step, now)))
          .min(Comparator.comparing(Wait::since).thenComparing(Wait::approval))
          .orElse(null);
    }

    private static Wait wait(Approval approval, OpenStep step, Instant now) {
      return new Wait(
          approval.key(),
          step.name(),
          step.assignee() == null
              ? step.groups().stream().sorted().toList()
              : List.of(step.assignee()),
          step.since(),
          ChronoUnit.DAYS.between(step.since(), now));
    }
  }
}
