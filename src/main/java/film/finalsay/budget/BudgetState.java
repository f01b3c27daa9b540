package film.finalsay.budget;

/**
 * A draft can still be replaced by another version; the locked one is what the film is made for.
 */
public enum BudgetState {
  DRAFT,
  LOCKED
}
