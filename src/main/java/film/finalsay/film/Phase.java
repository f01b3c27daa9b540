package film.finalsay.film;

/** How far a film is. The greenlight moves it from development to pre-production. */
public enum Phase {
  DEVELOPMENT,
  /** Approved, while conditions are open: the vision is frozen, the budget not spendable. */
  GREENLIT_ON_CONDITIONS,
  PRE_PRODUCTION,
  PRODUCTION,
  POST_PRODUCTION,
  DELIVERED
}
