package film.finalsay.cost;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.Money;
import film.finalsay.approval.Role;
import film.finalsay.approval.Scope;
import film.finalsay.cost.VarianceTable.Explainer;
import film.finalsay.film.Film;
import film.finalsay.register.Asking;
import film.finalsay.register.Case;
import film.finalsay.register.Content;
import film.finalsay.register.Declaration;
import film.finalsay.register.Declaration.Trait;
import film.finalsay.register.RequestKind;
import film.finalsay.register.Submission;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Asks for the reason of a variance that is large enough for somebody to have to explain it. Nobody
 * decides anything.
 */
@Component
class CostVarianceRequest implements RequestKind {

  private static final String REPORT = "report";
  private static final String ACCOUNT = "account";
  private static final String EXPLAINED_BY = "explainedBy";
  private static final String BECAUSE = "because";
  private static final String NONE = "—";

  private final CostQuestionRepository questions;
  private final CostReportRepository reports;
  private final VarianceTable table;

  CostVarianceRequest(
      CostQuestionRepository questions, CostReportRepository reports, VarianceTable table) {
    this.questions = questions;
    this.reports = reports;
    this.table = table;
  }

  @Override
  public Declaration declared() {
    return Declaration.of(
            ApprovalKind.COST_VARIANCE,
            "CV",
            Trait.HAS_TO_BE_ANSWERED,
            Trait.GOES_ON_AFTER_DELIVERY)
        .about(Scope.MONEY);
  }

  @Override
  public ApprovalState goal() {
    return ApprovalState.EXPLAINED;
  }

  @Override
  public Role decidedBy(Case request) {
    return Role.ofId(request.content().text(EXPLAINED_BY)).orElseThrow();
  }

  @Override
  public Submission submit(Asking asking) {
    Film film = asking.film();
    int report =
        reports
            .findLast(film)
            .map(CostReport::number)
            .orElseThrow(() -> conflict("%s has no cost report yet.", film.inWords()));
    AccountCost cost = reported(film, report, asking.sent().text(ACCOUNT, 12));
    VarianceFacts facts = VarianceFacts.of(cost);
    Explainer explainer =
        table
            .explainer(facts, table.version())
            .orElseThrow(
                () ->
                    invalid(
                        ACCOUNT,
                        "the variance of %s, %s, is too small to need an explanation.",
                        cost.inWords(),
                        facts.variance().inWords()));
    if (questions.openVariances(film).containsKey(cost.account())) {
      throw conflict("The variance of %s is waiting for its explanation already.", cost.inWords());
    }
    Content content =
        Content.of(REPORT, report)
            .with(ACCOUNT, cost.account())
            .with(EXPLAINED_BY, explainer.role().id())
            .with(BECAUSE, explainer.because());
    return Submission.of(inWords(cost), size(facts.variance()), content)
        .and(
            request ->
                questions.insertVariance(request.key(), film, report, cost.account(), explainer));
  }

  private static String inWords(AccountCost cost) {
    Money variance = cost.figures().variance();
    return "Explain %s: %s %s its budget"
        .formatted(
            cost.inWords(), size(variance).inWords(), variance.isNegative() ? "over" : "under");
  }

  private static Money size(Money variance) {
    return variance.isNegative() ? variance.negated() : variance;
  }

  @Override
  public Set<String> accounts(Case request) {
    return Set.of(request.content().text(ACCOUNT));
  }

  /** With the inputs of the variance table. */
  @Override
  public Map<String, Object> variables(Case request) {
    VarianceFacts facts = VarianceFacts.of(cost(request));
    Map<String, Object> variables = new HashMap<>(request.content().values());
    variables.putAll(facts.byName());
    return variables;
  }

  @Override
  public Map<String, String> subject(Case request) {
    CostFigures figures = cost(request).figures();
    Map<String, String> subject = RequestKind.super.subject(request);
    subject.put("currentBudget", figures.currentBudget().plain());
    subject.put("efc", figures.efc().plain());
    subject.put("variance", figures.variance().plain());
    return subject;
  }

  /** The account's figures on the report, and what its estimate was before. */
  @Override
  public Map<String, String> brief(Case request) {
    AccountCost cost = cost(request);
    int number = request.content().number(REPORT);
    EfcChange change = reports.change(request.film(), cost.account(), number);
    Map<String, String> texts = new HashMap<>();
    texts.put("reportText", reports.find(request.film(), number).orElseThrow().inWords());
    texts.put("accountText", cost.inWords());
    texts.put("becauseText", Markdown.plain(request.content().text(BECAUSE)));
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

  private AccountCost cost(Case request) {
    return reported(
        request.film(), request.content().number(REPORT), request.content().text(ACCOUNT));
  }

  private AccountCost reported(Film film, int report, String account) {
    return reports.accounts(film, report).stream()
        .filter(cost -> cost.account().equals(account))
        .findFirst()
        .orElseThrow(
            () ->
                invalid(
                    ACCOUNT,
                    "cost report %d of %s has no account \"%s\".",
                    report,
                    film.inWords(),
                    account));
  }
}
