package film.finalsay.budget.change;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.notFound;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Role;
import film.finalsay.authority.Ruling;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.register.ApprovalRegister;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who decides a budget change, and what it would do. */
@Service
@Transactional
public class BudgetChanges {

  private static final int MAX_KEY = 64;

  private final BudgetChangeRepository changes;
  private final BudgetChangeRules rules;
  private final Films films;
  private final ApprovalRegister register;

  BudgetChanges(
      BudgetChangeRepository changes,
      BudgetChangeRules rules,
      Films films,
      ApprovalRegister register) {
    this.changes = changes;
    this.rules = rules;
    this.films = films;
    this.register = register;
  }

  /**
   * Weighs what somebody would ask for, and files nothing.
   *
   * @param inputs with the key of the {@code approval} where it is amended
   * @throws BusinessRuleException as filing or amending it would; (not found) if the film has no
   *     such request
   */
  @Transactional(readOnly = true)
  public Weighed preview(Inputs inputs, Film film, String person) {
    Optional<String> inPlaceOf = inputs.optionalText("approval", MAX_KEY);
    films.submitterRole(person, film, Role.PRODUCING);
    Optional<Approval> filed = inPlaceOf.map(key -> filed(key, film));
    return rules.weigh(
        inputs,
        film,
        filed.map(Approval::requester).orElse(person),
        filed.map(Approval::key).orElse(null));
  }

  private Approval filed(String key, Film film) {
    Approval filed = register.byKey(key);
    if (!filed.kind().equals(ApprovalKind.BUDGET_CHANGE) || !filed.filmId().equals(film.id())) {
      throw notFound("There is no approval %s.", key);
    }
    filed.requireOpen();
    return filed;
  }

  /**
   * Puts on file what the authority table said, by which the effect is measured in the end. What
   * the process brings from the table is held against what the table says of the request as it is
   * on file: a process can be moved, and its variables changed.
   *
   * @param said what the process goes by
   * @return who decides: whom the table names, or the executive producer where only they may
   * @throws BusinessRuleException (conflict) if that is not what the table says
   */
  public Ruling rule(String processInstanceId, Ruling said) {
    Approval approval = register.carriedBy(processInstanceId);
    Weighed weighed = rules.weighed(approval, films.hold(approval.filmId()));
    if (!weighed.said().equals(said)) {
      throw conflict(
          "The process lets the %s decide %s; the authority table says: %s",
          said.decidedBy().title(), approval.key(), weighed.said().because());
    }
    Ruling ruled = weighed.ruling();
    changes.save(approval.key(), ruled);
    register.ruled(approval, ruled.decidedBy(), ruled.consents(), ruled.because());
    return ruled;
  }

  /** What the authority table said of it; empty until it has been asked. */
  @Transactional(readOnly = true)
  public Optional<Ruling> ruling(Approval approval) {
    return changes.ruling(approval.key());
  }
}
