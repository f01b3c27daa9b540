package film.finalsay.engine;

import film.finalsay.approval.Approval;
import java.util.Map;
import java.util.Set;

/** What every process knows of the request that it carries. */
public final class RequestVariables {

  /** Who asks, and as what: the login says so, and nothing that is sent. */
  static final Set<String> NEVER_SENT = Set.of("requester", "requesterRole");

  private RequestVariables() {}

  /** What no answer changes, not even one that amends what is asked for. */
  static boolean neverChanges(String name) {
    return name.equals("film") || NEVER_SENT.contains(name);
  }

  public static Map<String, Object> of(Approval approval) {
    return Map.of(
        "film", approval.filmId(),
        "subject", approval.subject(),
        "requester", approval.requester(),
        "requesterRole", approval.requesterRole().id());
  }
}
