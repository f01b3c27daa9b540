package film.finalsay.cost;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Briefing;
import film.finalsay.approval.Markdown;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The account's figures on the report, and what its estimate was before. */
@Component
class CostVarianceBriefing implements Briefing {

  private static final String NONE = "—";

  private final Variances variances;
  private final CostReportRepository reports;
  private final Films films;

  CostVarianceBriefing(Variances variances, CostReportRepository reports, Films films) {
    this.variances = variances;
    this.reports = reports;
    this.films = films;
  }

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.COST_VARIANCE;
  }

  @Override
  public Map<String, String> of(Approval approval) {
    Film film = films.byInput(approval.filmId());
    Variance variance = variances.onFile(approval, film);
    AccountCost cost = variance.cost();
    CostReport report = reports.find(film, variance.report()).orElseThrow();
    EfcChange change = reports.change(film, cost.account(), variance.report());
    Map<String, String> texts = new HashMap<>();
    texts.put(
        "reportText",
        "Cost report %d, week ending %s".formatted(report.number(), report.weekEnding()));
    texts.put("accountText", cost.inWords());
    texts.put("becauseText", Markdown.plain(variance.explainer().because()));
    texts.put("lastEfcText", change.before() == null ? NONE : change.before().inWords());
    texts.put(
        "efcReasonText", cost.reason() == null ? "None given." : Markdown.plain(cost.reason()));
    putFigures(texts, cost.figures());
    return texts;
  }

  private static void putFigures(Map<String, String> texts, CostFigures figures) {
    texts.put("budgetText", figures.budget().inWords());
    texts.put("approvedChangesText", figures.approvedChanges().inWords());
    texts.put("approvedOveragesText", figures.approvedOverages().inWords());
    texts.put("actualText", figures.actual().inWords());
    texts.put("commitmentsText", figures.commitments().inWords());
    texts.put("etcText", figures.etc().inWords());
    texts.put("efcText", figures.efc().inWords());
    texts.put("varianceText", figures.variance().inWords());
  }
}
