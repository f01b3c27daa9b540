package film.finalsay.film;

import java.util.Locale;

/**
 * How far a film is. The greenlight moves it from development to pre-production, its production
 * reports move it on.
 */
public enum Phase {
  DEVELOPMENT,
  /** Approved, while conditions are open: the vision is frozen, the budget not spendable. */
  GREENLIT_ON_CONDITIONS,
  PRE_PRODUCTION,
  /** A day of the locked schedule was shot. */
  PRODUCTION,
  /** Every day of it has its production report. */
  POST_PRODUCTION,
  DELIVERED;

  /** As a sentence writes it: {@code in pre-production}. */
  public String inWords() {
    return switch (this) {
      case GREENLIT_ON_CONDITIONS -> "greenlit on conditions";
      case DELIVERED -> "delivered";
      default -> "in " + name().toLowerCase(Locale.ROOT).replace('_', '-');
    };
  }

  /** Whether the film is greenlit without an open condition, and not delivered yet. */
  public boolean isBeingMade() {
    return this == PRE_PRODUCTION || this == PRODUCTION || this == POST_PRODUCTION;
  }
}
