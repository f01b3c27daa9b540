package film.finalsay.budget;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Filing;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Refusal;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.register.ApprovalRegister;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Budget changes from request to effect. The film is locked throughout, so its money moves in turn.
 */
@Service
@Transactional
public class BudgetChanges {

  private static final int MAX_REASON = 2000;
  private static final int MAX_ACCOUNT = 12;

  private final BudgetChangeRepository changes;
  private final Budgets budgets;
  private final BudgetPostings postings;
  private final Films films;
  private final ApprovalRegister register;
  private final AuthorityTable table;

  BudgetChanges(
      BudgetChangeRepository changes,
      Budgets budgets,
      BudgetPostings postings,
      Films films,
      ApprovalRegister register,
      AuthorityTable table) {
    this.table = table;
    this.changes = changes;
    this.budgets = budgets;
    this.postings = postings;
    this.films = films;
    this.register = register;
  }

  /** A request as it is on file, with the facts on which the authority table decides. */
  public record Filed(Approval approval, BudgetChange change, AuthorityFacts facts) {}

  /**
   * Files what was asked for.
   *
   * @throws Refusal if this person may not ask, a field is wrong, or the budget does not allow it
   */
  public Filed file(Inputs inputs, Filing filing) {
    Film film = films.lock(films.byInput(inputs.text("film", 12)).id());
    films.submitterRole(filing.requester(), film);
    Budget budget = budgets.current(film);
    BudgetChange change = read(inputs, film, budget);
    Approval approval =
        register.file(
            ApprovalKind.BUDGET_CHANGE, film, filing, change.subject(budget), change.amount());
    Filed filed = onFile(approval, change, budget, film);
    register.requested(approval);
    return filed;
  }

  /** Replaces what was asked for by what is asked for now; the number and the history stay. */
  public Filed amend(Inputs inputs, String processInstanceId) {
    Approval approval = register.carriedBy(processInstanceId);
    Film film = films.lock(approval.filmId());
    Budget budget = budgets.current(film);
    BudgetChange change = read(inputs, film, budget);
    Approval amended = register.amend(approval, change.subject(budget), change.amount());
    Filed filed = onFile(amended, change, budget, film);
    register.amended(amended);
    return filed;
  }

  /**
   * Puts on file what the authority table said, by which the effect is measured in the end. What
   * the process brings from the table is held against what the table says of the request as it is
   * on file: a process can be moved, and its variables changed.
   *
   * @param said what the process goes by
   * @throws Refusal (conflict) if that is not what the table says
   */
  public void rule(String processInstanceId, Ruling said) {
    Approval approval = register.carriedBy(processInstanceId);
    Film film = films.lock(approval.filmId());
    BudgetChange change = onFile(approval, film);
    Ruling ruled = table.rule(change, AuthorityFacts.of(change, budgets.current(film), film));
    if (!ruled.equals(said)) {
      throw Refusal.conflict(
          "The process lets the %s decide %s; the authority table says: %s"
              .formatted(said.decidedBy().title(), approval.key(), ruled.because()));
    }
    changes.save(approval.key(), ruled);
    register.ruled(approval, ruled.decidedBy(), ruled.consents(), ruled.because());
  }

  /**
   * Approves and applies in one transaction. What is applied is what is on file, and only with
   * every answer that the table asked for, and if the budget still allows it.
   *
   * @throws Refusal (conflict) if any of that is not so; nothing is applied then
   */
  public void apply(String processInstanceId) {
    Approval open = register.carriedBy(processInstanceId);
    Film film = films.lock(open.filmId());
    Ruling ruling =
        ruling(open)
            .orElseThrow(
                () ->
                    Refusal.conflict(
                        "%s takes no effect: the authority table has not said who decides it."
                            .formatted(open.key())));
    Approval approval =
        register.approve(
            processInstanceId, ApprovalKind.BUDGET_CHANGE, ruling.decidedBy(), ruling.consents());
    BudgetChange change = onFile(approval, film);
    Budget budget = budgets.current(film);
    requireStillFits(approval, change, budget);
    postings.post(change, budget, approval);
    register.tookEffect(approval, change.inLedger());
  }

  /** What is on file for an approval. */
  @Transactional(readOnly = true)
  public BudgetChange onFile(Approval approval, Film film) {
    return changes.find(approval.key(), film.currency()).orElseThrow();
  }

  /** The whole of what is asked for, as texts by name. */
  @Transactional(readOnly = true)
  public Map<String, String> subject(Approval approval, Film film) {
    BudgetChange change = onFile(approval, film);
    Map<String, String> subject = new HashMap<>(change.inLedger());
    subject.put("film", approval.filmId());
    subject.put("version", String.valueOf(changes.version(approval.key())));
    subject.put("reason", change.reason());
    return subject;
  }

  /** What the authority table said of it; empty until it has been asked. */
  @Transactional(readOnly = true)
  public Optional<Ruling> ruling(Approval approval) {
    return changes.ruling(approval.key());
  }

  private Filed onFile(Approval approval, BudgetChange change, Budget budget, Film film) {
    changes.save(approval.key(), change, budget.number());
    return new Filed(approval, change, AuthorityFacts.of(change, budget, film));
  }

  private void requireStillFits(Approval approval, BudgetChange change, Budget budget) {
    int madeOn = changes.version(approval.key());
    if (!budgets.continues(budget, madeOn)) {
      throw Refusal.conflict(
          "%s was made on version %d of the budget, and version %d counts now; return it."
              .formatted(approval.key(), madeOn, budget.number()));
    }
    try {
      change.requireFits(budget);
    } catch (Refusal fitsNoMore) {
      throw Refusal.conflict(
          "The budget does not allow %s any more: %s"
              .formatted(approval.key(), fitsNoMore.getMessage()));
    }
  }

  private static BudgetChange read(Inputs inputs, Film film, Budget budget) {
    ChangeKind kind = inputs.oneOf("kind", ChangeKind.class);
    BudgetChange change =
        new BudgetChange(
            kind,
            source(kind, inputs, budget),
            inputs.text("toAccount", MAX_ACCOUNT),
            inputs.money("amount", film.currency()),
            inputs.text("reason", MAX_REASON));
    change.requireFits(budget);
    return change;
  }

  /** A drawdown has one source there is; whatever account is sent with it is left aside. */
  private static String source(ChangeKind kind, Inputs inputs, Budget budget) {
    return switch (kind) {
      case TRANSFER -> inputs.text("fromAccount", MAX_ACCOUNT);
      case CONTINGENCY ->
          budget
              .contingency()
              .map(Account::number)
              .orElseThrow(
                  () ->
                      Refusal.invalid(
                          "kind", "the budget has no contingency account to draw from."));
      case OVERAGE, INCREASE -> null;
    };
  }
}
