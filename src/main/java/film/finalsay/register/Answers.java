package film.finalsay.register;

import film.finalsay.approval.Approval;
import film.finalsay.approval.Decision;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.Outcome;
import java.time.Instant;
import java.util.List;

/** What the answers given so far amount to. */
final class Answers {

  private Answers() {}

  /** The answers to the request as it stands: those given since it was last resubmitted. */
  static List<Decision> sinceLastSubmission(List<Decision> decisions) {
    int from = 0;
    for (int i = 0; i < decisions.size(); i++) {
      if (decisions.get(i).outcome() == Outcome.RESUBMIT) {
        from = i + 1;
      }
    }
    return decisions.subList(from, decisions.size());
  }

  /** When the request as it stands was asked for. */
  static Instant asked(Approval approval, List<Decision> decisions) {
    return decisions.stream()
        .filter(decision -> decision.outcome() == Outcome.RESUBMIT)
        .reduce((earlier, later) -> later)
        .map(Decision::decidedAt)
        .orElse(approval.requestedAt());
  }

  /**
   * Why it came back the last time; empty if nothing came back since what was asked for last
   * changed.
   */
  static String lastReturn(List<Decision> decisions) {
    String guidance = "";
    for (Decision decision : decisions) {
      if (decision.outcome() == Outcome.RETURN || decision.outcome() == Outcome.RETURN_PACKAGE) {
        guidance = Markdown.plain(decision.comment());
      } else if (decision.outcome() == Outcome.APPROVE_WITH_CONDITIONS) {
        guidance = "";
      }
    }
    return guidance;
  }
}
