package film.finalsay.personnel;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What somebody is engaged as. Who decides on it stands in a table; none of it is a role. */
public enum Position {
  DIRECTOR,
  LEAD_CAST,
  SUPPORTING_CAST,
  DAY_PLAYER,
  WRITER,
  CASTING_DIRECTOR,
  DIRECTOR_OF_PHOTOGRAPHY,
  PRODUCTION_DESIGNER,
  COSTUME_DESIGNER,
  EDITOR,
  COMPOSER,
  VFX_SUPERVISOR,
  LINE_PRODUCER,
  UNIT_PRODUCTION_MANAGER,
  FIRST_AD,
  PRODUCTION_ACCOUNTANT,
  STUNT_COORDINATOR,
  INTIMACY_COORDINATOR,
  HEAD_OF_DEPARTMENT,
  CREW;

  /** Those that the executive producer decides on, whatever a table says. */
  private static final Set<Position> EXECUTIVE = EnumSet.of(DIRECTOR, LEAD_CAST);

  /** Those that a film's key attachments list, under the same name. */
  private static final Set<Position> ATTACHED =
      EnumSet.of(
          DIRECTOR,
          LEAD_CAST,
          WRITER,
          DIRECTOR_OF_PHOTOGRAPHY,
          PRODUCTION_DESIGNER,
          EDITOR,
          COMPOSER);

  private static final Set<Position> CAST = EnumSet.of(LEAD_CAST, SUPPORTING_CAST, DAY_PLAYER);

  /** Cast and creative heads, on whom the director is heard. */
  private static final Set<Position> CREATIVE =
      EnumSet.of(
          LEAD_CAST,
          SUPPORTING_CAST,
          DAY_PLAYER,
          CASTING_DIRECTOR,
          DIRECTOR_OF_PHOTOGRAPHY,
          PRODUCTION_DESIGNER,
          COSTUME_DESIGNER,
          EDITOR,
          COMPOSER,
          VFX_SUPERVISOR);

  /** As what a film's key attachments list them; empty if they do not. */
  Optional<String> attachment() {
    if (this == SUPPORTING_CAST) {
      return Optional.of("CAST");
    }
    return ATTACHED.contains(this) ? Optional.of(name()) : Optional.empty();
  }

  boolean isExecutive() {
    return EXECUTIVE.contains(this);
  }

  boolean isCast() {
    return CAST.contains(this);
  }

  boolean isCreative() {
    return CREATIVE.contains(this);
  }

  /** As a sentence writes it: {@code director of photography}. */
  public String title() {
    return name()
        .toLowerCase(Locale.ROOT)
        .replace('_', ' ')
        .replace("vfx", "VFX")
        .replace("first ad", "first assistant director");
  }
}
