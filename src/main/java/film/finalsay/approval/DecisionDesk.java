package film.finalsay.approval;

import java.util.Map;

/** Where every answer of a person is checked and written down, whichever way it came in. */
public interface DecisionDesk {

  /**
   * What a person reads before answering.
   *
   * @return texts by the name under which the form shows them
   * @throws Refusal (conflict) if this process carries no approval
   */
  Map<String, String> briefing(String processInstanceId);

  /**
   * Takes a person's answer at a step: checks it, and records it in the running transaction.
   *
   * @param person who answers; null if nobody is logged in
   * @param outcome as it was sent; anything, or null
   * @param comment as it was sent; anything, or null
   * @throws Refusal if the answer may not be given; then nothing is recorded
   */
  void take(HumanStep step, String person, Object outcome, Object comment);

  /**
   * The process variables as our own records have them.
   *
   * @return values by variable name; a value is null where the record has none
   */
  Map<String, Object> onFile(String processInstanceId);
}
