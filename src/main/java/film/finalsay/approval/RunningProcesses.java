package film.finalsay.approval;

import java.util.Set;

/** The processes that carry the open requests. */
public interface RunningProcesses {

  /**
   * The ids of the processes that belong to one request: this one, what calls it, and all else that
   * was called on the way, over or not.
   */
  Set<String> together(String processInstanceId);

  /**
   * Tells a process that its request is withdrawn; it settles it in the running transaction.
   *
   * @throws BusinessRuleException (conflict) if its model takes no withdrawal, or it is over
   */
  void withdrawn(String processInstanceId);

  /**
   * Ends a process whose request counts no more, wherever it stands.
   *
   * @param because a sentence
   */
  void end(String processInstanceId, String because);
}
