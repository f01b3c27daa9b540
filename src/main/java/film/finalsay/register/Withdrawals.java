package film.finalsay.register;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.forbidden;

import film.finalsay.approval.Approval;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import film.finalsay.approval.RunningProcesses;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.register.Declaration.Trait;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever asked for an approval takes it back, wherever it stands, however its process is drawn.
 */
@Service
@Transactional
public class Withdrawals {

  private static final String STEP = "withdrawal";
  private static final String STEP_NAME = "Withdrawal";

  private final ApprovalRegister register;
  private final RecordedAnswers answers;
  private final RequestKinds kinds;
  private final Settlements settlements;
  private final RunningProcesses processes;
  private final Films films;

  Withdrawals(
      ApprovalRegister register,
      RecordedAnswers answers,
      RequestKinds kinds,
      Settlements settlements,
      RunningProcesses processes,
      Films films) {
    this.register = register;
    this.answers = answers;
    this.kinds = kinds;
    this.settlements = settlements;
    this.processes = processes;
    this.films = films;
  }

  /**
   * @param body {@code comment}, why; may be left out
   * @throws BusinessRuleException (forbidden) unless the requester withdraws it, (conflict) if it
   *     is settled, or of a kind that the product asks for
   */
  public Approval withdraw(String key, String person, Map<String, ?> body) {
    Approval approval = register.lockCarriedBy(register.byKey(key).processInstanceId());
    if (!person.equals(approval.requester())) {
      throw forbidden("%s is for %s to withdraw, who asked for it.", key, approval.requester());
    }
    approval.requireOpen();
    if (kinds.of(approval.kind()).is(Trait.HAS_TO_BE_ANSWERED)) {
      throw conflict("%s follows from what happened, and is answered, not withdrawn.", key);
    }
    Film film = films.byInput(approval.filmId());
    Role role = films.submitterRole(person, film);
    Inputs inputs = Inputs.of(body);
    String comment = inputs.optionalLongText("comment").orElse("");
    inputs.requireNothingElse();
    answers.record(
        approval,
        answers.answer(approval, STEP, STEP_NAME, person, role, role, Outcome.WITHDRAW, comment),
        null);
    settlements.withdraw(approval.processInstanceId());
    processes.end(approval.processInstanceId(), "%s has withdrawn it.".formatted(person));
    return register.byKey(key);
  }
}
