package film.finalsay.cost;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Filing;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.cost.VarianceRepository.Asked;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.Settlements;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Variances that are large enough for somebody to have to explain them. */
@Service
@Transactional
public class Variances {

  private final VarianceRepository variances;
  private final CostReportRepository reports;
  private final VarianceTable table;
  private final CostProcesses processes;
  private final Films films;
  private final ApprovalRegister register;
  private final Settlements settlements;

  Variances(
      VarianceRepository variances,
      CostReportRepository reports,
      VarianceTable table,
      CostProcesses processes,
      Films films,
      ApprovalRegister register,
      Settlements settlements) {
    this.variances = variances;
    this.reports = reports;
    this.table = table;
    this.processes = processes;
    this.films = films;
    this.register = register;
    this.settlements = settlements;
  }

  /** A variance as it is on file, with the facts on which the variance table decides. */
  public record Filed(
      Approval approval, int report, String account, Explainer explainer, VarianceFacts facts) {}

  /**
   * Asks about each account that the table names and that got worse since the report before, so
   * that the same is not asked every week. An open question about such an account is withdrawn, and
   * asked with the new figures. Call it with the film locked.
   *
   * @param before the accounts of the report before
   * @param accounts those of the report
   */
  void ask(
      Film film, Map<String, AccountCost> before, List<AccountCost> accounts, String requester) {
    Map<String, String> open = variances.openProcesses(film);
    int version = table.version();
    for (AccountCost account : accounts) {
      if (gotWorse(account, before.get(account.account()))
          && table.explainer(VarianceFacts.of(account), version).isPresent()) {
        if (open.containsKey(account.account())) {
          processes.withdraw(open.get(account.account()), "A new cost report was imported.");
        }
        processes.explainVariance(film, account.account(), requester);
      }
    }
  }

  private static boolean gotWorse(AccountCost account, AccountCost before) {
    return before == null
        || account.figures().variance().compareTo(before.figures().variance()) < 0;
  }

  /**
   * Files the question about an account of the last report.
   *
   * @throws BusinessRuleException if the account is not on it, the table asks nobody to explain it,
   *     or somebody has been asked already
   */
  public Filed file(Inputs inputs, Filing filing) {
    Film film = films.lock(films.byInput(inputs.text("film", 12)).id());
    films.submitterRole(filing.requester(), film);
    int report =
        reports
            .findLast(film)
            .map(CostReport::number)
            .orElseThrow(
                () ->
                    BusinessRuleException.conflict(
                        "%s has no cost report yet.".formatted(film.inWords())));
    AccountCost cost = reported(film, report, inputs.text("account", 12));
    VarianceFacts facts = VarianceFacts.of(cost);
    Explainer explainer =
        table
            .explainer(facts, table.version())
            .orElseThrow(
                () ->
                    BusinessRuleException.invalid(
                        "account",
                        "the variance of %s, %s, is not of a size that has to be explained."
                            .formatted(cost.inWords(), facts.variance().inWords())));
    if (variances.openProcesses(film).containsKey(cost.account())) {
      throw BusinessRuleException.conflict(
          "The variance of %s is waiting for its explanation already.".formatted(cost.inWords()));
    }
    Approval approval =
        register.file(
            ApprovalKind.COST_VARIANCE, film, filing, subject(cost), size(facts.variance()));
    variances.insert(approval.key(), film, new Asked(report, cost.account(), explainer));
    register.requested(approval);
    return new Filed(approval, report, cost.account(), explainer, facts);
  }

  /**
   * Settles the question by the explanation that is on record.
   *
   * @throws BusinessRuleException (conflict) if there is none of the role that had to give it
   */
  public void explained(String processInstanceId) {
    Approval approval = register.carriedBy(processInstanceId);
    films.lock(approval.filmId());
    settlements.explained(
        processInstanceId, ApprovalKind.COST_VARIANCE, asked(approval).explainer().role());
  }

  /** What is on file for an approval. */
  @Transactional(readOnly = true)
  public Filed filed(Approval approval, Film film) {
    Variance variance = onFile(approval, film);
    return new Filed(
        approval,
        variance.report(),
        variance.cost().account(),
        variance.explainer(),
        VarianceFacts.of(variance.cost()));
  }

  /** The whole of what is asked, as texts by name. */
  @Transactional(readOnly = true)
  public Map<String, String> subject(Approval approval, Film film) {
    Variance variance = onFile(approval, film);
    CostFigures figures = variance.cost().figures();
    Map<String, String> subject = new HashMap<>();
    subject.put("film", approval.filmId());
    subject.put("report", String.valueOf(variance.report()));
    subject.put("account", variance.cost().account());
    subject.put("currentBudget", figures.currentBudget().plain());
    subject.put("efc", figures.efc().plain());
    subject.put("variance", figures.variance().plain());
    subject.put("explainedBy", variance.explainer().role().id());
    subject.put("because", variance.explainer().because());
    return subject;
  }

  Variance onFile(Approval approval, Film film) {
    Asked asked = asked(approval);
    return new Variance(
        asked.report(), reported(film, asked.report(), asked.account()), asked.explainer());
  }

  private Asked asked(Approval approval) {
    return variances.find(approval.key()).orElseThrow();
  }

  private AccountCost reported(Film film, int report, String account) {
    return reports.accounts(film, report).stream()
        .filter(cost -> cost.account().equals(account))
        .findFirst()
        .orElseThrow(
            () ->
                BusinessRuleException.invalid(
                    "account",
                    "cost report %d of %s has no account \"%s\"."
                        .formatted(report, film.inWords(), account)));
  }

  private static String subject(AccountCost cost) {
    Money variance = cost.figures().variance();
    return "Explain %s: %s %s its budget"
        .formatted(
            cost.inWords(), size(variance).inWords(), variance.isNegative() ? "over" : "under");
  }

  private static Money size(Money variance) {
    return variance.isNegative() ? variance.negated() : variance;
  }
}
