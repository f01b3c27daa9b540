package film.finalsay.greenlight;

import java.util.Locale;

/** In which role somebody's name carries the film. */
public enum AttachmentRole {
  DIRECTOR,
  LEAD_CAST,
  CAST,
  WRITER,
  DIRECTOR_OF_PHOTOGRAPHY,
  PRODUCTION_DESIGNER,
  EDITOR,
  COMPOSER;

  /** As a form shows it: {@code Lead cast}. */
  public String title() {
    String words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
