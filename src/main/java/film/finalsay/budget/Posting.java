package film.finalsay.budget;

/** What a posting does to its account. */
enum Posting {
  /** Money in or out: the balance changes. */
  CHANGE,
  /** An approved overspend: it stands beside the balance. */
  OVERAGE
}
