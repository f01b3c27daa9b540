package film.finalsay.cost;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Role;
import film.finalsay.approval.RunningProcesses;
import film.finalsay.film.Film;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the questions about costs in step with the reports. Call it with the film locked. */
@Service
@Transactional
public class CostQuestions {

  private final CostQuestionRepository questions;
  private final RunningProcesses processes;
  private final VarianceTable table;
  private final HardStop stop;
  private final Ledger ledger;

  CostQuestions(
      CostQuestionRepository questions,
      RunningProcesses processes,
      VarianceTable table,
      HardStop stop,
      Ledger ledger) {
    this.questions = questions;
    this.processes = processes;
    this.table = table;
    this.stop = stop;
    this.ledger = ledger;
  }

  /** The last that was said of each account whose variance was explained, by account. */
  Map<String, String> explanations(Film film) {
    return questions.explanations(film);
  }

  /**
   * What a new report, or other funds, mean for the hard stop. A question about those before is
   * withdrawn; if the stop stands, it is asked anew, where this person may ask.
   *
   * @param stood whether the stop stood before
   * @param because what is new, in a sentence
   */
  void followStop(Film film, boolean stood, String because, String person, Role role) {
    Optional<HardStop.Cause> cause = stop.of(film);
    withdrawOverrun(film, because);
    if (cause.isEmpty() && stood) {
      ledger.append(film.id(), Event.of(Happening.HARD_STOP_LIFTED).by(person, role));
    }
    if (cause.isPresent() && !stood) {
      ledger.append(
          film.id(),
          Event.of(Happening.HARD_STOP_CAME)
              .with("report", cause.get().report().number())
              .with("efc", cause.get().report().efc().plain())
              .with("securedFunds", cause.get().secured().plain())
              .by(person, role));
    }
    if (cause.isPresent() && role.maySubmit()) {
      processes.start(ApprovalKind.COST_OVERRUN, Map.of("film", film.id()), person);
    }
  }

  /**
   * What an approval means for the hard stop that stood before it. If it has lifted the stop, there
   * is no question left to the executive producer.
   */
  void followStop(Film film, String approvalKey) {
    if (stop.of(film).isEmpty()) {
      ledger.append(film.id(), Event.of(Happening.HARD_STOP_LIFTED).on(approvalKey));
      withdrawOverrun(film, approvalKey + " lifted the stop.");
    }
  }

  private void withdrawOverrun(Film film, String because) {
    questions.openOverrun(film).ifPresent(process -> processes.withdraw(process, because));
  }

  /**
   * Asks about each account that the variance table names and that got worse since the report
   * before, so that the same is not asked every week. An open question about such an account is
   * withdrawn, and asked with the new figures.
   *
   * @param before the accounts of the report before
   * @param accounts those of the report
   */
  void askVariances(
      Film film, Map<String, AccountCost> before, List<AccountCost> accounts, String requester) {
    Map<String, String> open = questions.openVariances(film);
    int version = table.version();
    for (AccountCost cost : accounts) {
      String account = cost.account();
      if (gotWorse(cost, before.get(account))
          && table.explainer(VarianceFacts.of(cost), version).isPresent()) {
        if (open.containsKey(account)) {
          processes.withdraw(open.get(account), "A new cost report was imported.");
        }
        processes.start(
            ApprovalKind.COST_VARIANCE, Map.of("film", film.id(), "account", account), requester);
      }
    }
  }

  private static boolean gotWorse(AccountCost account, AccountCost before) {
    return before == null
        || account.figures().variance().compareTo(before.figures().variance()) < 0;
  }
}
