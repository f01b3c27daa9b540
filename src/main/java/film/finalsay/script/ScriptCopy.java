package film.finalsay.script;

import java.time.LocalDate;

/**
 * A numbered copy of a draft that somebody has, or had.
 *
 * @param draft the number of the draft
 * @param person who can log in; null if it is somebody else
 * @param name of somebody who cannot log in; null for a person
 * @param department null if none is named
 * @param endedOn when it came back or was called in; null while it is out
 */
public record ScriptCopy(
    int draft,
    int copy,
    String person,
    String name,
    String department,
    LocalDate issuedOn,
    String issuedBy,
    State state,
    LocalDate endedOn,
    String endedBy) {

  public enum State {
    ISSUED,
    RETURNED,
    /** It counts no more, wherever it is. */
    REVOKED
  }
}
