package film.finalsay.script;

import java.time.Instant;

/**
 * Something in a script that needs clearing: a name, a title, a place, a quotation.
 *
 * @param report the number of the clearance report that it is in
 * @param number in that report, from 1
 * @param scene the scene it is in; null for the whole script
 * @param settledBy null while it is open
 * @param how in words; null while it is open
 */
public record Finding(
    int report,
    int number,
    String subject,
    String scene,
    Severity severity,
    State state,
    String settledBy,
    Instant settledAt,
    String how) {

  public enum Severity {
    LOW,
    MEDIUM,
    HIGH
  }

  /** How it stands; whoever settles it names one of the others. */
  public enum State {
    OPEN,
    /** It needs no permission, or there is one. */
    CLEARED,
    /** A right to use it was paid for. */
    LICENSED,
    /** The executive producer takes the risk. */
    RISK_ACCEPTED
  }

  String inWords() {
    return "%d.%d %s%s"
        .formatted(report, number, subject, scene == null ? "" : " (scene " + scene + ")");
  }
}
