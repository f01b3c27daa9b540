package film.finalsay.stakeholders;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Excerpt;
import film.finalsay.approval.Money;
import film.finalsay.approval.OpenSteps;
import film.finalsay.approval.Scope;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import film.finalsay.film.FilmBudgets.BudgetTotal;
import film.finalsay.film.FilmCosts;
import film.finalsay.film.FilmCosts.CostStanding;
import film.finalsay.film.FilmCosts.LargeVariance;
import film.finalsay.film.FilmFinance;
import film.finalsay.film.FilmFinance.PlanSummary;
import film.finalsay.film.FilmGreenlight;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.Content;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Computes from the film's records what a report says; nobody types any of it. */
@Component
class Figures {

  private static final int VARIANCES = 10;
  private static final int MOST_LINES = 25;
  private static final int LONGEST = 240;

  private final FilmBudgets budgets;
  private final FilmCosts costs;
  private final FilmFinance finance;
  private final FilmGreenlight greenlight;
  private final ApprovalRegister register;
  private final OpenSteps openSteps;
  private final Clock clock;

  Figures(
      FilmBudgets budgets,
      FilmCosts costs,
      FilmFinance finance,
      FilmGreenlight greenlight,
      ApprovalRegister register,
      OpenSteps openSteps,
      Clock clock) {
    this.budgets = budgets;
    this.costs = costs;
    this.finance = finance;
    this.greenlight = greenlight;
    this.register = register;
    this.openSteps = openSteps;
    this.clock = clock;
  }

  /**
   * What there is to be told now of a period.
   *
   * @param to the last day of it
   * @return a text or a list of texts by {@link Part}; without what is not there
   */
  Content of(Film film, LocalDate from, LocalDate to) {
    List<Film> only = List.of(film);
    Optional<BudgetTotal> budget = Optional.ofNullable(budgets.totals(only).get(film.id()));
    Optional<CostStanding> cost = Optional.ofNullable(costs.standings(only).get(film.id()));
    Content content = Content.NONE;
    content = with(content, Part.BUDGET, budget.map(total -> total.total().inWords()));
    content = with(content, Part.CONTINGENCY, budget.map(Figures::contingency));
    content =
        with(
            content,
            Part.COST_REPORT,
            cost.map(last -> "%d, week ending %s".formatted(last.report(), last.weekEnding())));
    content = with(content, Part.EFC, cost.map(last -> last.efc().inWords()));
    content =
        with(
            content,
            Part.VARIANCE,
            cost.flatMap(last -> budget.map(total -> total.total().minus(last.efc()).inWords())));
    content = with(content, Part.SECURED, secured(film).map(Money::inWords));
    content = with(content, Part.VARIANCES, variances(film));
    content = with(content, Part.SHOT, shot(film));
    content = with(content, Part.SCHEDULE, schedule(film));
    content = with(content, Part.CONDITIONS, greenlight.openConditions(film));
    return changes(content, film, from, to);
  }

  /** What each of these is asked and has not answered. */
  Content owed(Content content, Film film, List<Recipient> recipients) {
    List<Approval> open = register.open(List.of(film.id()));
    var steps = openSteps.of(open.stream().map(Approval::key).collect(Collectors.toSet()));
    Content with = content;
    for (Recipient recipient : recipients) {
      List<String> owed =
          open.stream()
              .flatMap(
                  approval ->
                      steps.getOrDefault(approval.key(), List.of()).stream()
                          .filter(step -> step.groups().contains(recipient.role.id()))
                          .map(
                              step ->
                                  "%s, %s: %s, asked on %s"
                                      .formatted(
                                          approval.key(),
                                          step.name(),
                                          approval.subject(),
                                          LocalDate.ofInstant(step.since(), ZoneOffset.UTC))))
              .toList();
      with = with.with(recipient.owed, bounded(owed));
    }
    return with;
  }

  private static Content with(Content content, Part part, Optional<String> text) {
    return content.with(part.field, text.orElse(null));
  }

  private static Content with(Content content, Part part, List<String> lines) {
    return content.with(part.field, bounded(lines));
  }

  /**
   * @return null if there is none
   */
  private static List<String> bounded(List<String> lines) {
    List<String> shown = new ArrayList<>();
    lines.stream()
        .limit(MOST_LINES)
        .map(line -> line.length() <= LONGEST ? line : Excerpt.beginning(line, LONGEST - 1) + "…")
        .forEach(shown::add);
    if (lines.size() > MOST_LINES) {
      shown.add("and %d more".formatted(lines.size() - MOST_LINES));
    }
    return shown.isEmpty() ? null : shown;
  }

  private static String contingency(BudgetTotal budget) {
    return "%s of %s".formatted(budget.contingencyLeft().inWords(), budget.contingency().inWords());
  }

  private Optional<Money> secured(Film film) {
    return greenlight
        .secured(film)
        .or(
            () ->
                Optional.ofNullable(
                        finance.latestPlans(List.of(film), LocalDate.now(clock)).get(film.id()))
                    .map(PlanSummary::funds));
  }

  private List<String> variances(Film film) {
    return costs.largestVariances(film, VARIANCES).stream().map(Figures::inWords).toList();
  }

  private static String inWords(LargeVariance variance) {
    return "%s %s: %s. %s"
        .formatted(
            variance.account(),
            variance.description(),
            variance.variance().inWords(),
            variance.explanation() == null
                ? "No explanation is on file."
                : variance.explanation().replaceAll("\\s+", " "));
  }

  private static Optional<String> shot(Film film) {
    return film.shootingDays() == 0
        ? Optional.empty()
        : Optional.of(
            "%d of %d days, %d %%"
                .formatted(film.shootingDaysCompleted(), film.shootingDays(), film.percentShot()));
  }

  private Optional<String> schedule(Film film) {
    return greenlight
        .schedule(film)
        .filter(planned -> planned.to() != null)
        .map(planned -> "%s to %s".formatted(planned.from(), planned.to()));
  }

  private Content changes(Content content, Film film, LocalDate from, LocalDate to) {
    List<Approval> approved =
        register.approvedBetween(
            film.id(),
            from.atStartOfDay(ZoneOffset.UTC).toInstant(),
            to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    Set<ApprovalKind> aboutMoney = register.kindsAbout(Scope.MONEY);
    Predicate<Approval> money = approval -> aboutMoney.contains(approval.kind());
    return with(
        with(content, Part.MONEY_CHANGES, lines(approved.stream().filter(money))),
        Part.OTHER_CHANGES,
        lines(approved.stream().filter(money.negate())));
  }

  private static List<String> lines(Stream<Approval> approved) {
    return approved
        .filter(approval -> !approval.kind().equals(StakeholderReportRequest.KIND))
        .map(
            approval ->
                "%s, %s: %s"
                    .formatted(
                        approval.key(),
                        LocalDate.ofInstant(approval.settledAt(), ZoneOffset.UTC),
                        approval.subject()))
        .toList();
  }
}
