package film.finalsay.budget;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
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
   * @param inPlaceOf the open request that it would replace, by its key; null for a new one
   * @throws BusinessRuleException as filing or amending it would; (not found) if the film has no
   *     such request
   */
  @Transactional(readOnly = true)
  public Weighed weigh(Inputs inputs, Film film, String person, String inPlaceOf) {
    films.submitterRole(person, film);
    if (inPlaceOf == null) {
      return rules.weigh(inputs, film, person, null);
    }
    Approval filed = register.byKey(inPlaceOf);
    if (!filed.kind().equals(ApprovalKind.BUDGET_CHANGE) || !filed.filmId().equals(film.id())) {
      throw BusinessRuleException.notFound("There is no approval %s.".formatted(inPlaceOf));
    }
    filed.requireOpen();
    return rules.weigh(inputs, film, filed.requester(), filed.key());
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
    Film film = films.lock(approval.filmId());
    Weighed weighed = rules.weighed(approval, film);
    if (!weighed.said().equals(said)) {
      throw BusinessRuleException.conflict(
          "The process lets the %s decide %s; the authority table says: %s"
              .formatted(said.decidedBy().title(), approval.key(), weighed.said().because()));
    }
    Ruling ruled = weighed.ruling();
    changes.save(approval.key(), ruled);
    register.ruled(approval, ruled.decidedBy(), ruled.consents(), ruled.because());
    return ruled;
  }

  /**
   * Up to how much, in all, those who decide a request may decide on its source account; empty if
   * there is no limit within what the account has.
   */
  @Transactional(readOnly = true)
  public Optional<Money> limit(Weighed weighed, Film film) {
    return rules.limit(weighed, film);
  }

  /** What the authority table said of it; empty until it has been asked. */
  @Transactional(readOnly = true)
  public Optional<Ruling> ruling(Approval approval) {
    return changes.ruling(approval.key());
  }
}
