package film.finalsay.approval;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The processes that carry the open requests. */
public interface RunningProcesses {

  /**
   * The ids of the processes that belong to one request: this one, what calls it, and all else that
   * was called on the way, over or not.
   */
  Set<String> together(String processInstanceId);

  /** The film that a running process belongs to; empty if it began before processes had one. */
  Optional<String> film(String processInstanceId);

  /** The ids of the processes by which a running one is called, the nearest first. */
  List<String> callers(String processInstanceId);

  /**
   * Starts the process of a kind, with the rights of a person from whose doing it follows.
   *
   * @throws BusinessRuleException if what it asks for is refused
   */
  void start(ApprovalKind kind, Map<String, Object> variables, String person);

  /** Ends a process whose question no longer stands; what it asked for is withdrawn. */
  void withdraw(String processInstanceId, String because);

  /**
   * Ends a process whose request counts no more, wherever it and what it calls stand, however it is
   * drawn.
   *
   * @param because a sentence
   */
  void end(String processInstanceId, String because);
}
