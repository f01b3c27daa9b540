package film.finalsay.register;

import static film.finalsay.approval.BusinessRuleException.forbidden;

import film.finalsay.approval.Approval;
import film.finalsay.approval.Authority;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.HumanStep;
import film.finalsay.approval.Role;
import film.finalsay.approval.RunningProcesses;
import film.finalsay.approval.Scope;
import film.finalsay.approval.SeparationOfDuties;
import film.finalsay.film.Films;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who may take a step in hand, keep it, and take it out of another's hand. */
@Component
class StepsInHand {

  private final ApprovalRegister register;
  private final RequestKinds kinds;
  private final Questions questions;
  private final Recusals recusals;
  private final RunningProcesses processes;
  private final Films films;

  StepsInHand(
      ApprovalRegister register,
      RequestKinds kinds,
      Questions questions,
      Recusals recusals,
      RunningProcesses processes,
      Films films) {
    this.register = register;
    this.kinds = kinds;
    this.processes = processes;
    this.questions = questions;
    this.recusals = recusals;
    this.films = films;
  }

  /**
   * @param step as it was before
   * @throws BusinessRuleException if this person could not answer there; who asked may always have
   *     back what the model gives them
   */
  void requireMayTake(HumanStep step, Approval approval, String person) {
    boolean theirs = questions.requireTheirs(step, approval, person);
    if (!theirs && !isBackWithWhoAsked(step, approval, person)) {
      requireMayAnswer(step, approval, person);
    }
  }

  /** Whether who has it in hand could still answer there; what is asked of them alone they keep. */
  boolean mayKeep(HumanStep step, Approval approval) {
    try {
      if (!questions.requireTheirs(step, approval, step.assignee())) {
        requireMayAnswer(step, approval, step.assignee());
      }
      return true;
    } catch (BusinessRuleException notAnyMore) {
      return false;
    }
  }

  /**
   * @param step in the hand of somebody
   * @throws BusinessRuleException (forbidden) unless it is this person's hand, or an executive
   *     producer of the film takes back what somebody claimed
   */
  void requireMayGiveBack(HumanStep step, Approval approval, String person) {
    String holder = step.assignee();
    if (person.equals(holder)) {
      return;
    }
    boolean executive = films.rolesOf(person, approval.filmId()).contains(Role.EXECUTIVE_PRODUCER);
    if (!executive
        || isBackWithWhoAsked(step, approval, holder)
        || questions.requireTheirs(step, approval, holder)) {
      throw forbidden(
          "\"%s\" of %s was claimed by %s, who can give it back; so can an executive producer of %s.",
          step.name(), approval.key(), holder, approval.filmId());
    }
  }

  private void requireMayAnswer(HumanStep step, Approval approval, String person) {
    roleAt(step, approval, person);
    requireAnotherPairOfEyes(step, approval, person);
    recusals.require(approval, step, person);
  }

  /**
   * The role in which a person may answer at a step. To prepare and to be heard, any of theirs
   * counts; to decide, one that is for what is decided.
   *
   * @throws BusinessRuleException (forbidden) if none of theirs suffices
   */
  Role roleAt(HumanStep step, Approval approval, String person) {
    Optional<Scope> matter =
        step.isPreparation() || step.isConsultation()
            ? Optional.empty()
            : kinds.of(approval.kind()).matter();
    Set<Role> roles = films.rolesOf(person, approval.filmId(), matter);
    if (!Authority.mayAnswer(step, roles)
        && matter.isPresent()
        && Authority.mayAnswer(step, films.rolesOf(person, approval.filmId()))) {
      throw forbidden(
          "\"%s\" of %s is about %s, and your role on %s is not for that.",
          step.name(), approval.key(), matter.get().title(), approval.filmId());
    }
    return Authority.roleFor(step, approval, person, roles);
  }

  /**
   * @throws BusinessRuleException (forbidden) if this person has had a hand in it, also where
   *     another process calls this one, or is called on the way
   */
  void requireAnotherPairOfEyes(HumanStep step, Approval approval, String person) {
    SeparationOfDuties.require(
        approval,
        step,
        register.decisionsOn(approval, processes.together(step.processInstanceId())),
        questions.askedAt(step, approval),
        person);
  }

  private static boolean isBackWithWhoAsked(HumanStep step, Approval approval, String person) {
    return step.isPreparation()
        && person.equals(approval.requester())
        && person.equals(step.givenTo());
  }
}
