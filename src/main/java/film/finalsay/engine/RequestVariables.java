package film.finalsay.engine;

import film.finalsay.approval.Approval;
import java.util.Map;

/** What every process knows of the request that it carries. */
public final class RequestVariables {

  private RequestVariables() {}

  public static Map<String, Object> of(Approval approval) {
    return Map.of(
        "film", approval.filmId(),
        "subject", approval.subject(),
        "requester", approval.requester(),
        "requesterRole", approval.requesterRole().id());
  }
}
