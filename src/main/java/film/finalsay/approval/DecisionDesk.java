package film.finalsay.approval;

/** Where every answer of a person is checked and written down, whichever way it came in. */
public interface DecisionDesk {

  /**
   * Takes a person's answer at a step: checks it, and records it in the running transaction.
   *
   * @param person who answers; null if nobody is logged in
   * @param outcome as it was sent; anything, or null
   * @param comment as it was sent; anything, or null
   * @throws Refusal if the answer may not be given; then nothing is recorded
   */
  void take(HumanStep step, String person, Object outcome, Object comment);
}
