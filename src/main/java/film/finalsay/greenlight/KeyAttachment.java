package film.finalsay.greenlight;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

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

  /** As a form shows it: {@code Ida Berg (letter of intent)}. */
  String inWords() {
    return "%s (%s)".formatted(name, state.inWords());
  }
}
