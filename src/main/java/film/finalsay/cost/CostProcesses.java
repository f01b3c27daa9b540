package film.finalsay.cost;

import film.finalsay.approval.ApprovalKind;
import java.util.Map;

/** The processes that follow from a cost report by themselves, in its transaction. */
public interface CostProcesses {

  void start(ApprovalKind kind, Map<String, Object> variables, String requester);

  /** Ends a process whose question no longer stands; what it asked for is withdrawn. */
  void withdraw(String processInstanceId, String because);
}
