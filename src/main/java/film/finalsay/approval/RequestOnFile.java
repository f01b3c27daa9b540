package film.finalsay.approval;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
   * What was signed, as it has to stay once it is approved; what may go on changing after that is
   * left out.
   *
   * @return texts by name; a value is null where there is none
   */
  default Map<String, String> signed(Approval approval) {
    return subject(approval);
  }

  /** The kinds of approval whose matter it is: its own, and those of what it undoes. */
  default Set<ApprovalKind> matters(Approval approval) {
    return Set.of(kind());
  }

  /**
   * @return the SHA-256 of each document that it rests on
   */
  default Set<String> documents(Approval approval) {
    return Set.of();
  }

  /**
   * @return the keys of the approvals that it rests on
   */
  default Set<String> basedOn(Approval approval) {
    return Set.of();
  }

  /**
   * @return the part that it changes of what a greenlight is based on, should one be based on it;
   *     empty for most
   */
  default Optional<GreenlightPart> changes(Approval approval) {
    return Optional.empty();
  }

  /** Whether what an approval did can be taken back; money that was moved stays moved. */
  default boolean canBeOverturned() {
    return false;
  }

  /**
   * @throws BusinessRuleException (conflict) if something else has to be opened again before
   */
  default void requireReopenable(Approval approval) {}

  /**
   * Takes back what an approval did, when it counts no more.
   *
   * @param approval in its new state, reopened or void
   */
  default void overturned(Approval approval) {}

  /** The numbers of the budget accounts that it moves; empty if it concerns the film as a whole. */
  default Set<String> accounts(Approval approval) {
    return Set.of();
  }

  /**
   * Whether what is asked for allows an answer; who may answer at all is decided before.
   *
   * @throws BusinessRuleException if this answer may not be given
   */
  default void requireMayAnswer(GivenAnswer answer) {}

  /** A question is put to people now; what they are told besides is kept. */
  default void asked(Approval approval, HumanStep step) {}

  /** An answer was given and is on record; what it says besides is put on file now. */
  default void answered(GivenAnswer answer) {}

  /** The approval has come to an end, whichever way it got there. */
  default void settled(Approval approval) {}
}
