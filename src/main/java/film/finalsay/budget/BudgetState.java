package film.finalsay.budget;

/** Where a version stands. One version of a film is locked at most. */
public enum BudgetState {
  /** It can still be broken down, and be replaced by another version. */
  DRAFT,
  /** A draft that somebody has asked to lock, as long as that is not decided. */
  SUBMITTED,
  /** What the film is made for. */
  LOCKED,
  /** Was locked until another version was. */
  SUPERSEDED
}
