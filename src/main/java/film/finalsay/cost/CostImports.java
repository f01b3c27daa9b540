package film.finalsay.cost;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Fingerprint;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import film.finalsay.film.FilmBudgets.BudgetFigures;
import film.finalsay.film.Films;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in a week's cost report, and in the same transaction starts what follows from it. */
@Service
@Transactional
public class CostImports {

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  private final CostReportRepository reports;
  private final FilmBudgets budgets;
  private final HardStop stop;
  private final Overruns overruns;
  private final Variances variances;
  private final Films films;
  private final Ledger ledger;
  private final Clock clock;

  CostImports(
      CostReportRepository reports,
      FilmBudgets budgets,
      HardStop stop,
      Overruns overruns,
      Variances variances,
      Films films,
      Ledger ledger,
      Clock clock) {
    this.reports = reports;
    this.budgets = budgets;
    this.stop = stop;
    this.overruns = overruns;
    this.variances = variances;
    this.films = films;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * A week's report as it was sent.
   *
   * @param reason why the estimates changed, for lines that say nothing else; null if nobody says
   */
  public record WeeksFile(LocalDate weekEnding, String reason, byte[] csv) {}

  /**
   * @throws BusinessRuleException (invalid) naming the line, or (forbidden) if this person prepares
   *     no reports here, or (conflict) if the film has no budget; then nothing is imported
   */
  public CostStatement importReport(String filmId, WeeksFile file, String person) {
    Film film = films.lock(filmId);
    Role role = films.submitterRole(person, film);
    BudgetFigures budget =
        budgets
            .figures(film)
            .orElseThrow(
                () ->
                    BusinessRuleException.conflict(
                        "%s has no budget yet for a cost report to stand beside."
                            .formatted(film.inWords())));
    Optional<CostReport> last = reports.findLast(film);
    requireNextWeek(file.weekEnding(), last);
    Map<String, AccountCost> before = last.map(report -> byAccount(film, report)).orElse(Map.of());
    List<AccountCost> accounts =
        CostLines.beside(budget, CostCsv.read(file.csv(), film.currency()), before, file.reason());
    int number = last.map(CostReport::number).orElse(0) + 1;
    boolean stood = stop.of(film).isPresent();
    CostReport report = report(film, number, budget, file, total(film, accounts), person);
    reports.insert(report, accounts);
    CostStatement statement =
        CostStatement.of(film, report, budget.version(), budget.locked(), accounts);
    ledger.append(film.id(), imported(statement).by(person, role));
    overruns.follow(film, stood, "A new cost report was imported.", person, role);
    variances.ask(film, before, accounts, person);
    return statement;
  }

  private CostReport report(
      Film film,
      int number,
      BudgetFigures budget,
      WeeksFile file,
      CostFigures total,
      String person) {
    return new CostReport(
        film.id(),
        number,
        file.weekEnding(),
        file.reason(),
        Fingerprint.of(file.csv()),
        budget.version(),
        budget.locked(),
        person,
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        total.actual(),
        total.commitments(),
        total.etc());
  }

  private static CostFigures total(Film film, List<AccountCost> accounts) {
    return accounts.stream()
        .map(AccountCost::figures)
        .reduce(CostFigures.none(film.currency()), CostFigures::plus);
  }

  private Map<String, AccountCost> byAccount(Film film, CostReport report) {
    return reports.accounts(film, report.number()).stream()
        .collect(Collectors.toMap(AccountCost::account, Function.identity()));
  }

  private void requireNextWeek(LocalDate weekEnding, Optional<CostReport> last) {
    LocalDate today = LocalDate.now(clock);
    if (weekEnding.isAfter(today) || weekEnding.isBefore(EARLIEST)) {
      throw BusinessRuleException.invalid(
          "weekEnding", "has to be a day from %s to today, %s.".formatted(EARLIEST, today));
    }
    last.map(CostReport::weekEnding)
        .filter(week -> !weekEnding.isAfter(week))
        .ifPresent(
            week -> {
              throw BusinessRuleException.invalid(
                  "weekEnding",
                  "has to be later than that of the last report, %s.".formatted(week));
            });
  }

  private static Event imported(CostStatement statement) {
    CostReport report = statement.report();
    CostFigures total = statement.total();
    return Event.of(Happening.COST_REPORT_IMPORTED)
        .with("report", report.number())
        .with("weekEnding", report.weekEnding())
        .with("budgetVersion", report.budgetVersion())
        .with("reason", report.reason())
        .with("currentBudget", total.currentBudget().plain())
        .with("actual", total.actual().plain())
        .with("commitments", total.commitments().plain())
        .with("etc", total.etc().plain())
        .with("efc", total.efc().plain())
        .with("fileSha256", report.fileSha256());
  }
}
