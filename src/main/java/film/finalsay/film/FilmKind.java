package film.finalsay.film;

import java.util.Locale;

/** What is made, as far as a greenlight asks for different things. */
public enum FilmKind {
  FEATURE,
  DOCUMENTARY,
  SERIES,
  SHORT;

  /** As a sentence writes it: {@code feature film}. */
  public String inWords() {
    return switch (this) {
      case FEATURE -> "feature film";
      case SHORT -> "short film";
      default -> name().toLowerCase(Locale.ROOT);
    };
  }
}
