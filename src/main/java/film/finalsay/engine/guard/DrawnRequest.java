package film.finalsay.engine.guard;

import film.finalsay.approval.DecisionDesk;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** What a process asks for that a modeller drew: it is filed with what the process began with. */
final class DrawnRequest {

  private DrawnRequest() {}

  /**
   * @return the number of the approval
   * @throws film.finalsay.approval.BusinessRuleException if this person may not ask
   */
  static String file(ExecutionEntity process, DecisionDesk desk) {
    String number =
        desk.file(LoggedIn.filing(process), process.getTenantId(), SentDocuments.read(process));
    process.setProcessBusinessKey(number);
    OnFile.putBack(process, desk.onFile(process.getId()));
    return number;
  }
}
