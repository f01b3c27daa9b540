package film.finalsay.ledger;

/** What the ledger keeps. The names are stored and hashed: add one, never rename one. */
public enum Happening {
  FILM_CREATED,
  TEAM_JOINED,
  TEAM_LEFT,
  SHOOTING_DAYS_SET,
  AUTHORITY_TABLE_CHANGED,
  BUDGET_IMPORTED,
  COST_REPORT_IMPORTED,
  /** The estimated final cost has passed the secured funds. */
  HARD_STOP_CAME,
  HARD_STOP_LIFTED,
  BUDGET_DETAIL_IMPORTED,
  CLEARANCE_REPORTED,
  CLEARANCE_SETTLED,
  SCRIPT_COPY_ISSUED,
  SCRIPT_COPY_ENDED,
  REQUESTED,
  AMENDED,
  AUTHORITY_RULED,
  DECIDED,
  SETTLED,
  TOOK_EFFECT
}
