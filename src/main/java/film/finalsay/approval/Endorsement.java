package film.finalsay.approval;

import java.util.List;

/** What comes from below a producer is endorsed by a producer before it goes further up. */
public final class Endorsement {

  private Endorsement() {}

  /**
   * @param decisions the answers given so far, in their order: who resubmitted it last prepared it
   */
  public static boolean isNeeded(Approval approval, List<Decision> decisions) {
    return decisions.stream()
        .filter(decision -> decision.outcome() == Outcome.RESUBMIT)
        .reduce((earlier, later) -> later)
        .map(Decision::role)
        .orElse(approval.requesterRole())
        .isBelowProducer();
  }

  /** Whose answers a request needs that the executive producer decides, each another person's. */
  public static List<Role> rolesAsked(boolean endorsed) {
    return endorsed
        ? List.of(Role.PRODUCER, Role.EXECUTIVE_PRODUCER)
        : List.of(Role.EXECUTIVE_PRODUCER);
  }
}
