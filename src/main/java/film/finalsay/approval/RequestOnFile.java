package film.finalsay.approval;

import java.util.Map;

/** What a process knows of its request, told from our own records. */
public interface RequestOnFile {

  ApprovalKind kind();

  /**
   * @return values by variable name; a value is null where the record has none
   */
  Map<String, Object> variables(Approval approval);

  /**
   * What a process knows of one of several questions that a step asks at once.
   *
   * @param about which of them
   * @return values by variable name; a value is null where the record has none
   */
  default Map<String, Object> variables(Approval approval, HumanStep step, String about) {
    return Map.of();
  }

  /**
   * What is asked for, whole: if any of it changes, an answer given before does not count for it.
   *
   * @return texts by name; a value is null where there is none
   */
  Map<String, String> subject(Approval approval);

  /**
   * Whether what is asked for allows an answer; who may answer at all is decided before.
   *
   * @param role in which the person answers
   * @param comment empty if there is none
   * @throws Refusal if this answer may not be given
   */
  default void requireMayAnswer(
      Approval approval, HumanStep step, Role role, Outcome outcome, String comment) {}

  /**
   * The same, where it takes more than the role to tell.
   *
   * @throws Refusal if this answer may not be given
   */
  default void requireMayAnswer(GivenAnswer answer) {
    requireMayAnswer(
        answer.approval(), answer.step(), answer.role(), answer.outcome(), answer.comment());
  }

  /** An answer was given and is on record; what it says besides is put on file now. */
  default void answered(GivenAnswer answer) {}

  /** The approval has come to an end, whichever way it got there. */
  default void settled(Approval approval) {}
}
