package film.finalsay.engine.guard;

import java.util.Set;

/** The variables by which every process knows who asks. */
final class RequestVariables {

  /** Who asks, and as what: the login says so, and nothing that is sent. */
  static final Set<String> NEVER_SENT = Set.of("requester", "requesterRole");

  private RequestVariables() {}

  /** What no answer changes, not even one that amends what is asked for. */
  static boolean neverChanges(String name) {
    return name.equals("film") || NEVER_SENT.contains(name);
  }
}
