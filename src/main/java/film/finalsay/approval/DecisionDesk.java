package film.finalsay.approval;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where every question to a person is put and every answer is checked and written down, whichever
 * way it came in. All of it happens in the running transaction; a refusal undoes it.
 */
public interface DecisionDesk {

  /** The kind that a process asks for; {@link ApprovalKind#GENERAL} if none is declared for it. */
  ApprovalKind kindOf(String processId);

  /**
   * The number of the approval that a process carries, or works on for the one by which it is
   * called; empty as long as none is filed.
   */
  Optional<String> number(String processInstanceId);

  /**
   * Files what a process asks for that files nothing itself.
   *
   * @param sent what the process began with; {@code subject}, if it is there, says in one line what
   *     is asked for
   * @return the number of the approval
   * @throws BusinessRuleException if this person may not ask
   */
  String file(Filing filing, String filmId, Map<String, Object> sent);

  /**
   * Puts the question on record. One of several that a step asks at once is from then on the
   * person's to whom it is assigned as it begins, and nobody else's.
   *
   * @param about which of several questions that this step asks at once; null if it asks one
   * @return what the task list tells of it, by the name under which it does
   * @throws BusinessRuleException (conflict) if this process carries no approval
   */
  Map<String, String> ask(HumanStep step, String about);

  /**
   * Lays out what a person reads before answering, as it is now, and keeps that they were shown it.
   *
   * @param person who opens the form; null if nobody is logged in
   * @param names of those that they are to be shown; null for all
   * @return texts by the name under which the form shows them; none if this was never asked
   */
  Map<String, String> open(HumanStep step, String person, Collection<String> names);

  /** The texts that the form of a task showed a person last; none if they never opened it. */
  Map<String, String> shown(String taskId, String person);

  /**
   * Holds what a process asks for against every other answer until the transaction ends. Of one
   * that is over there is nothing to hold.
   */
  void hold(String processInstanceId);

  /** Whether a task's question is on record. */
  boolean isAsked(String taskId);

  /**
   * @param step as it was before
   * @param person who is to have it in hand
   * @throws BusinessRuleException if this person could not answer there; who asked may always have
   *     back what the model gives them
   */
  void mayTakeInHand(HumanStep step, String person);

  /** Whether who has a step in hand could still answer there. */
  boolean mayKeepInHand(HumanStep step);

  /**
   * @param step in the hand of somebody
   * @param person who takes it out of that hand
   * @throws BusinessRuleException (forbidden) unless it is their own, or an executive producer of
   *     the film takes back what somebody claimed
   */
  void mayGiveBack(HumanStep step, String person);

  /**
   * Takes a person's answer at a step: checks it, and records it.
   *
   * @param person who answers; null if nobody is logged in
   * @param sent everything that this call sends: the answer as {@code decision} and {@code
   *     comment}, and what else the step asks for
   * @throws BusinessRuleException if the answer may not be given; then nothing is recorded
   */
  void take(HumanStep step, String person, Map<String, Object> sent);

  /**
   * The process variables as our own records have them.
   *
   * @param known whether the process has a variable of a name: what it does not go by it may lack
   * @return values by variable name; a value is null where the record has none
   */
  Map<String, Object> onFile(String processInstanceId, Predicate<String> known);

  /**
   * What tells the one of several questions that a task asks from the others, as our own records
   * have it: whoever answers one changes none of it.
   *
   * @return values by variable name; a value is null where the record has none
   */
  Map<String, Object> onFileOfOne(HumanStep step);

  /**
   * A process asked a decision table on its way; what it said is entered, if it asks for anything.
   */
  void ruled(String processInstanceId, TableRuling ruling);

  /**
   * A process is over.
   *
   * @param kind of what its drawing is for
   * @param meaning what the drawing says that its end means; null if it says nothing
   * @param cancelled whether it was stopped before its end
   * @param cancelledBy who stopped it; null if nobody was logged in
   * @throws BusinessRuleException (conflict) if it came to its end, and what it asked for has not
   *     been settled
   */
  void ended(
      String processInstanceId,
      ApprovalKind kind,
      ApprovalState meaning,
      boolean cancelled,
      String cancelledBy);
}
