package film.finalsay.cost;

import static film.finalsay.approval.BusinessRuleException.notFound;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Money;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import film.finalsay.film.FilmBudgets.AccountFigures;
import film.finalsay.film.FilmBudgets.BudgetFigures;
import film.finalsay.film.FilmCommitments;
import film.finalsay.film.FilmCosts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cost reports of a film. */
@Service
@Transactional(readOnly = true)
public class CostReports implements FilmCosts {

  private final CostReportRepository reports;
  private final HardStop stop;
  private final CostQuestions questions;
  private final FilmBudgets budgets;
  private final FilmCommitments commitments;
  private final Clock clock;

  CostReports(
      CostReportRepository reports,
      HardStop stop,
      CostQuestions questions,
      FilmBudgets budgets,
      FilmCommitments commitments,
      Clock clock) {
    this.commitments = commitments;
    this.clock = clock;
    this.reports = reports;
    this.stop = stop;
    this.questions = questions;
    this.budgets = budgets;
  }

  /**
   * The last report beside the budget as it stands now.
   *
   * @throws BusinessRuleException (not found) if there is none
   */
  public CostStatement latest(Film film) {
    return beside(film, last(film));
  }

  /**
   * A report by its number: the last beside the budget as it stands now, an earlier one beside the
   * budget as it stood when it was imported.
   *
   * @throws BusinessRuleException (not found) if there is none
   */
  public CostStatement byNumber(Film film, int number) {
    if (last(film).number() == number) {
      return latest(film);
    }
    CostReport report =
        reports
            .find(film, number)
            .orElseThrow(() -> notFound("%s has no cost report %d.", film.inWords(), number));
    return CostStatement.of(
        film,
        report,
        report.budgetVersion(),
        report.budgetLocked(),
        committed(film, reports.accounts(film, number), report.importedAt()));
  }

  /** The newest first. */
  public List<CostReport> page(Film film, int limit, long offset) {
    return reports.page(film, limit, offset);
  }

  /**
   * How an account's estimated final cost changed, the newest first.
   *
   * @throws BusinessRuleException (not found) if no report has the account
   */
  public List<EfcChange> history(Film film, String account, int limit, long offset) {
    List<EfcChange> changes = reports.history(film, account, limit, offset);
    if (changes.isEmpty() && offset == 0) {
      throw notFound("%s has no cost report with an account \"%s\".", film.inWords(), account);
    }
    return changes;
  }

  @Override
  public Optional<ReportSummary> report(Film film, Integer number) {
    return (number == null ? reports.findLast(film) : reports.find(film, number))
        .map(
            report ->
                new ReportSummary(
                    report.number(),
                    report.weekEnding(),
                    report.actual(),
                    report.commitments(),
                    report.efc(),
                    report.importedAt()));
  }

  @Override
  public Map<String, CostStanding> standings(Collection<Film> films) {
    return stop.standings(films);
  }

  @Override
  public List<LargeVariance> largestVariances(Film film, int most) {
    Map<String, String> explained = questions.explanations(film);
    return reports.findLast(film).stream()
        .flatMap(report -> beside(film, report).accounts().stream())
        .filter(cost -> cost.figures().variance().minor() != 0)
        .sorted(
            Comparator.comparing((AccountCost cost) -> -Math.abs(cost.figures().variance().minor()))
                .thenComparing(AccountCost::account))
        .limit(most)
        .map(
            cost ->
                new LargeVariance(
                    cost.account(),
                    cost.description(),
                    cost.figures().variance(),
                    explained.get(cost.account())))
        .toList();
  }

  @Override
  public Map<String, Money> estimatedFinalCosts(Film film) {
    Map<String, Money> costs = new LinkedHashMap<>();
    reports
        .findLast(film)
        .map(report -> reports.accounts(film, report.number()))
        .orElse(List.of())
        .forEach(account -> costs.put(account.account(), account.figures().efc()));
    return costs;
  }

  @Override
  public Optional<String> hardStop(Film film) {
    return stop.of(film).map(cause -> cause.inWords(film));
  }

  @Override
  @Transactional
  public void approvedInHardStop(Film film, String approvalKey) {
    questions.followStop(film, approvalKey);
  }

  @Override
  @Transactional
  public void fundsChanged(Film film, boolean stood, String person, Role role) {
    if (stood != stop.of(film).isPresent()) {
      questions.followStop(film, stood, "The secured funds changed.", person, role);
    }
  }

  private CostReport last(Film film) {
    return reports
        .findLast(film)
        .orElseThrow(() -> notFound("%s has no cost report yet.", film.inWords()));
  }

  private CostStatement beside(Film film, CostReport report) {
    BudgetFigures budget = budgets.figures(film).orElseThrow();
    Map<String, AccountCost> reported = new LinkedHashMap<>();
    reports
        .accounts(film, report.number())
        .forEach(account -> reported.put(account.account(), account));
    List<AccountCost> accounts = new ArrayList<>();
    Money zero = film.zero();
    for (AccountFigures account : budget.accounts()) {
      AccountCost cost = reported.remove(account.number());
      accounts.add(
          cost == null
              ? AccountCost.of(account, false, zero, zero, zero, null)
              : cost.beside(account.budgeted(), account.changes(), account.overage()));
    }
    reported.values().forEach(gone -> accounts.add(gone.beside(zero, zero, zero)));
    return CostStatement.of(
        film,
        report,
        budget.version(),
        budget.locked(),
        committed(film, accounts, clock.instant()));
  }

  /** Beside what approvals bound the film to pay by then. */
  private List<AccountCost> committed(Film film, List<AccountCost> accounts, Instant until) {
    Map<String, Money> approved = commitments.committed(film, until);
    return accounts.stream()
        .map(account -> account.committed(approved.getOrDefault(account.account(), film.zero())))
        .toList();
  }
}
