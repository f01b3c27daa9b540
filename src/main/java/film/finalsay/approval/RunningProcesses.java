package film.finalsay.approval;

/** The processes that carry the open requests. */
public interface RunningProcesses {

  /**
   * Tells a process that its request is withdrawn; it settles it in the running transaction.
   *
   * @throws Refusal (conflict) if its model takes no withdrawal, or it is over
   */
  void withdrawn(String processInstanceId);

  /**
   * Ends a process whose request counts no more, wherever it stands.
   *
   * @param because a sentence
   */
  void end(String processInstanceId, String because);
}
