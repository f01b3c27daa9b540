package film.finalsay.approval;

/** The processes that carry the open requests. */
public interface RunningProcesses {

  /**
   * Tells a process that its request is withdrawn; it settles it in the running transaction.
   *
   * @throws Refusal (conflict) if its model takes no withdrawal, or it is over
   */
  void withdrawn(String processInstanceId);
}
