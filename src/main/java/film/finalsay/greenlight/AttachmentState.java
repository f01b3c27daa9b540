package film.finalsay.greenlight;

import java.util.Locale;

/** How firmly somebody is attached, from not yet to contracted. */
public enum AttachmentState {
  IN_NEGOTIATION,
  LETTER_OF_INTENT,
  ATTACHED;

  /** {@code letter of intent}. */
  public String inWords() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
