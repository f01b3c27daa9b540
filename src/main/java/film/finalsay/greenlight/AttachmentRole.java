package film.finalsay.greenlight;

import java.util.Locale;
import org.springframework.util.StringUtils;

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
    return StringUtils.capitalize(name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }
}
