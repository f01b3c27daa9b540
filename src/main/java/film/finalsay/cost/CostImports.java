package film.finalsay.cost;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;
import static film.finalsay.cost.CostCsv.atLine;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Fingerprint;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import film.finalsay.film.FilmBudgets.AccountFigures;
import film.finalsay.film.FilmBudgets.BudgetFigures;
import film.finalsay.film.Films;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
  private final CostQuestions questions;
  private final Films films;
  private final Ledger ledger;
  private final Clock clock;

  CostImports(
      CostReportRepository reports,
      FilmBudgets budgets,
      HardStop stop,
      CostQuestions questions,
      Films films,
      Ledger ledger,
      Clock clock) {
    this.reports = reports;
    this.budgets = budgets;
    this.stop = stop;
    this.questions = questions;
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
                    conflict(
                        "%s has no budget yet for a cost report to stand beside.", film.inWords()));
    Optional<CostReport> last = reports.findLast(film);
    requireNextWeek(file.weekEnding(), last);
    Map<String, AccountCost> before = last.map(report -> byAccount(film, report)).orElse(Map.of());
    List<AccountCost> accounts =
        beside(budget, CostCsv.read(file.csv(), film.currency()), before, file.reason());
    int number = last.map(CostReport::number).orElse(0) + 1;
    boolean stood = stop.of(film).isPresent();
    CostFigures total = CostFigures.sum(film.currency(), accounts);
    CostReport report =
        new CostReport(
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
    reports.insert(report, accounts);
    CostStatement statement =
        CostStatement.of(film, report, budget.version(), budget.locked(), accounts);
    ledger.append(film.id(), imported(statement).by(person, role));
    questions.followStop(film, stood, "A new cost report was imported.", person, role);
    questions.askVariances(film, before, accounts, person);
    return statement;
  }

  /**
   * @param before the accounts of the report before; empty if there is none
   * @param reason for lines whose estimate changes and that give none; null if nobody said
   * @return the accounts in the order of the chart
   * @throws BusinessRuleException (invalid) naming the line or the account unless the file has
   *     every account of the budget, no other, and a reason wherever an estimate changes
   */
  private static List<AccountCost> beside(
      BudgetFigures budget,
      List<CostCsv.Line> lines,
      Map<String, AccountCost> before,
      String reason) {
    Map<String, CostCsv.Line> unmatched = new LinkedHashMap<>();
    lines.forEach(line -> unmatched.put(line.account(), line));
    List<AccountCost> accounts = new ArrayList<>();
    String missing = null;
    for (AccountFigures account : budget.accounts()) {
      CostCsv.Line line = unmatched.remove(account.number());
      if (line != null) {
        accounts.add(beside(account, line, before.get(account.number()), reason));
      } else if (missing == null) {
        missing = account.number() + " " + account.description();
      }
    }
    for (CostCsv.Line line : unmatched.values()) {
      throw atLine(
          line.number(),
          "version %d of the budget has no account %s",
          budget.version(),
          line.account());
    }
    if (missing != null) {
      throw atLine(
          lines.get(lines.size() - 1).number(),
          "the file ends without account %s; every account of version %d of the budget has to be there",
          missing,
          budget.version());
    }
    return accounts;
  }

  private static AccountCost beside(
      AccountFigures account, CostCsv.Line line, AccountCost before, String reason) {
    boolean changes = before != null && !before.figures().efc().equals(line.efc());
    if (changes && line.reason() == null && reason == null) {
      throw atLine(
          line.number(),
          "\"reason\" is missing; the EFC of account %s changes from %s to %s, and the history tells why",
          line.account(),
          before.figures().efc().inWords(),
          line.efc().inWords());
    }
    boolean tells = changes || before == null;
    return AccountCost.of(
        account,
        true,
        line.actual(),
        line.commitments(),
        line.etc(),
        line.reason() == null && tells ? reason : line.reason());
  }

  private Map<String, AccountCost> byAccount(Film film, CostReport report) {
    return reports.accounts(film, report.number()).stream()
        .collect(Collectors.toMap(AccountCost::account, Function.identity()));
  }

  private void requireNextWeek(LocalDate weekEnding, Optional<CostReport> last) {
    LocalDate today = LocalDate.now(clock);
    if (weekEnding.isAfter(today) || weekEnding.isBefore(EARLIEST)) {
      throw invalid("weekEnding", "has to be a day from %s to today, %s.", EARLIEST, today);
    }
    last.map(CostReport::weekEnding)
        .filter(week -> !weekEnding.isAfter(week))
        .ifPresent(
            week -> {
              throw invalid(
                  "weekEnding", "has to be later than that of the last report, %s.", week);
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
