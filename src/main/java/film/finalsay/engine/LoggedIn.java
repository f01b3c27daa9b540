package film.finalsay.engine;

import film.finalsay.approval.Filing;
import film.finalsay.approval.Refusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** Who is logged in, as the engine was told by the request and by nothing that was sent with it. */
public final class LoggedIn {

  private LoggedIn() {}

  /**
   * @throws Refusal (forbidden) if nobody is
   */
  public static Filing filing(DelegateExecution execution) {
    return filing(person(execution), execution);
  }

  static Filing filing(String person, DelegateExecution execution) {
    String key = execution.getProcessBusinessKey();
    return new Filing(
        person, execution.getProcessInstanceId(), key == null || key.isBlank() ? null : key);
  }

  /**
   * @throws Refusal (forbidden) if nobody is
   */
  public static String person(DelegateExecution execution) {
    Authentication login =
        execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
    if (login == null || login.getUserId() == null) {
      throw Refusal.forbidden("Nobody is logged in, so nobody can ask for an approval.");
    }
    return login.getUserId();
  }
}
