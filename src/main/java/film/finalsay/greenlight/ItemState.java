package film.finalsay.greenlight;

import java.util.Locale;

/** How far an item of a package is. */
public enum ItemState {
  MISSING,
  IN_PROGRESS,
  IN_HAND;

  /** {@code in hand}. */
  public String inWords() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
