package film.finalsay.film;

/** How far a film is. The greenlight moves it from development to pre-production. */
public enum Phase {
  DEVELOPMENT,
  PRE_PRODUCTION,
  PRODUCTION,
  POST_PRODUCTION,
  DELIVERED
}
