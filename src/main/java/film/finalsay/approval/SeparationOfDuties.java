package film.finalsay.approval;

import java.util.List;

/**
 * Nobody decides their own request, at any level; who prepared it is as good as who asked for it.
 */
public final class SeparationOfDuties {

  private SeparationOfDuties() {}

  /**
   * @param earlier the answers given on this approval so far
   * @throws Refusal (forbidden) if this person asked for the approval or had a hand in preparing it
   */
  public static void require(
      Approval approval, HumanStep step, List<Decision> earlier, String person) {
    if (step.isPreparation()) {
      return;
    }
    if (person.equals(approval.requester())) {
      throw Refusal.forbidden(
          "You asked for %s yourself: nobody decides their own request.".formatted(approval.key()));
    }
    boolean prepared =
        earlier.stream()
            .anyMatch(
                decision -> decision.outcome().isPreparation() && person.equals(decision.person()));
    if (prepared) {
      throw Refusal.forbidden(
          "You had a hand in %s yourself: nobody decides what they prepared."
              .formatted(approval.key()));
    }
  }
}
