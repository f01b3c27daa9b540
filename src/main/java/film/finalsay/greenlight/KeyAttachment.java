package film.finalsay.greenlight;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import film.finalsay.approval.FullName;

/**
 * A person whose name carries the film.
 *
 * @param name as it is credited; not a login
 */
public record KeyAttachment(
    String name, AttachmentRole role, AttachmentState state, @JsonUnwrapped Evidence evidence) {

  /** Whether a financier would count on it: by contract, or by a letter that shows the intent. */
  boolean counts() {
    return state != AttachmentState.IN_NEGOTIATION;
  }

  /**
   * @param otherName however it is spelled; null for nobody's
   */
  boolean is(String otherRole, String otherName) {
    return role.name().equals(otherRole) && FullName.same(name, otherName);
  }

  /** As a form shows it: {@code Ida Berg (letter of intent)}. */
  String inWords() {
    return "%s (%s)".formatted(name, state.inWords());
  }
}
