package film.finalsay.cost;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Briefing;
import film.finalsay.approval.Markdown;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The estimated final cost beside the secured funds, and the accounts that are most over. */
@Component
class CostOverrunBriefing implements Briefing {

  private static final int MOST_OVER = 5;

  private final Overruns overruns;
  private final CostReportRepository reports;
  private final Films films;

  CostOverrunBriefing(Overruns overruns, CostReportRepository reports, Films films) {
    this.overruns = overruns;
    this.reports = reports;
    this.films = films;
  }

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.COST_OVERRUN;
  }

  @Override
  public Map<String, String> of(Approval approval) {
    Film film = films.byInput(approval.filmId());
    Overrun overrun = overruns.onFile(approval, film);
    CostReport report = reports.find(film, overrun.report()).orElseThrow();
    Map<String, String> texts = new HashMap<>();
    texts.put(
        "reportText",
        "Cost report %d, week ending %s".formatted(report.number(), report.weekEnding()));
    texts.put("efcText", overrun.efc().inWords());
    texts.put("securedFundsText", overrun.secured().inWords());
    texts.put("excessText", overrun.excess().inWords());
    texts.put("planText", overrun.plan() == null ? "" : Markdown.plain(overrun.plan()));
    texts.put("mostOver", mostOver(reports.accounts(film, report.number())));
    return texts;
  }

  private static String mostOver(List<AccountCost> accounts) {
    String lines =
        accounts.stream()
            .filter(account -> account.figures().variance().isNegative())
            .sorted(Comparator.comparing(account -> account.figures().variance()))
            .limit(MOST_OVER)
            .map(CostOverrunBriefing::line)
            .collect(Collectors.joining("\n"));
    return lines.isEmpty() ? "No account is over its budget." : lines;
  }

  private static String line(AccountCost account) {
    CostFigures figures = account.figures();
    return "- %s: %s over (budget %s, EFC %s)"
        .formatted(
            Markdown.row(account.inWords()),
            figures.variance().negated().inWords(),
            figures.currentBudget().inWords(),
            figures.efc().inWords());
  }
}
