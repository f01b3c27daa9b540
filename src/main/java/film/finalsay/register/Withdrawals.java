package film.finalsay.register;

import film.finalsay.approval.Approval;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import film.finalsay.approval.RunningProcesses;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever asked for an approval takes it back, wherever it stands. */
@Service
@Transactional
public class Withdrawals {

  private static final String STEP = "withdrawal";
  private static final String STEP_NAME = "Withdrawal";

  private final ApprovalRegister register;
  private final RecordedAnswers answers;
  private final RunningProcesses processes;
  private final Films films;

  Withdrawals(
      ApprovalRegister register, RecordedAnswers answers, RunningProcesses processes, Films films) {
    this.register = register;
    this.answers = answers;
    this.processes = processes;
    this.films = films;
  }

  /**
   * @param body {@code comment}, why; may be left out
   * @throws BusinessRuleException (forbidden) unless the requester withdraws it, (conflict) if it
   *     is settled, or its process takes no withdrawal
   */
  public Approval withdraw(String key, String person, Map<String, ?> body) {
    Approval approval = register.lockCarriedBy(register.byKey(key).processInstanceId());
    if (!person.equals(approval.requester())) {
      throw BusinessRuleException.forbidden(
          "%s is for %s to withdraw, who asked for it.".formatted(key, approval.requester()));
    }
    approval.requireOpen();
    Film film = films.byInput(approval.filmId());
    Role role = films.submitterRole(person, film);
    Inputs inputs = Inputs.of(body);
    String comment = inputs.optionalLongText("comment").orElse("");
    inputs.requireNothingElse();
    answers.record(
        approval,
        answers.answer(approval, STEP, STEP_NAME, person, role, role, Outcome.WITHDRAW, comment),
        null);
    processes.withdrawn(approval.processInstanceId());
    return register.byKey(key);
  }
}
