package film.finalsay.ledger;

/** What the ledger keeps. The names are stored and hashed: add one, never rename one. */
public enum Happening {
  FILM_CREATED,
  TEAM_JOINED,
  TEAM_LEFT,
  SHOOTING_DAYS_SET,
  INTEREST_DECLARED,
  INTEREST_ENDED,
  CREDIT_AGREED,
  CREDIT_ENDED,
  COMPLETION_BOND_SET,
  AUTHORITY_TABLE_CHANGED,
  /** What a greenlight is decided on is another. */
  PACKAGE_TABLE_CHANGED,
  FINANCE_PLAN_SAVED,
  SALES_ESTIMATES_SAVED,
  /** When which source may be drawn is another. */
  CASH_FLOW_SAVED,
  PAYEE_APPROVED,
  PAYEE_ENDED,
  /** What was drawn has arrived, or has not. */
  DRAWDOWN_ARRIVED,
  KEY_ATTACHMENTS_SAVED,
  RELEASE_PLAN_SAVED,
  PACKAGE_ITEM_SET,
  /** A cut, by what stands on file of it. */
  CUT_HANDED_IN,
  FINAL_CUT_SET,
  DIRECTORS_CUT_BEGUN,
  /** The director lets others follow before the days are over. */
  CUT_HANDED_OVER,
  DELIVERY_SCHEDULE_SAVED,
  DELIVERY_ITEM_SET,
  BUDGET_IMPORTED,
  COST_REPORT_IMPORTED,
  /** The estimated final cost has passed the secured funds. */
  HARD_STOP_CAME,
  HARD_STOP_LIFTED,
  BUDGET_DETAIL_IMPORTED,
  SCHEDULE_IMPORTED,
  PRODUCTION_REPORT_ENTERED,
  PRODUCTION_REPORT_COUNTERSIGNED,
  CLEARANCE_REPORTED,
  CLEARANCE_SETTLED,
  SCRIPT_COPY_ISSUED,
  SCRIPT_COPY_ENDED,
  REQUESTED,
  AMENDED,
  AUTHORITY_RULED,
  /** Somebody has an interest in the matter, and does not decide it. */
  RECUSED,
  DECIDED,
  /** A committee for greenlights to come was set up, changed or dropped. */
  COMMITTEE_SET,
  COMMITTEE_CONVENED,
  VOTES_COUNTED,
  /** The executive producer decided other than the committee. */
  COMMITTEE_OVERRIDDEN,
  CONDITION_SET,
  CONDITION_MOVED,
  /** Approved on conditions: the vision is frozen, and nothing may be spent yet. */
  GREENLIT_ON_CONDITIONS,
  BACK_IN_DEVELOPMENT,
  SETTLED,
  REOPENED,
  /** What was signed is not what lies there any more. */
  VOIDED,
  TOOK_EFFECT,
  /** Rows were written, and nothing besides was told of them. */
  ROWS_KEPT,
  /** The rows that a version wrote which did not keep them here yet. */
  STOCK_TAKEN,
  /** A contract that was approved is signed, word for word as it was. */
  CONTRACT_SIGNED,
  // in the company's ledger
  MODEL_DEPLOYED,
  DEPLOYMENT_DELETED,
  PERSON_ADDED,
  PERSON_CHANGED,
  PERSON_UNLOCKED,
  PERSON_DELETED,
  GROUP_ADDED,
  GROUP_CHANGED,
  GROUP_DELETED,
  GROUP_JOINED,
  GROUP_LEFT,
  RIGHT_GIVEN,
  RIGHT_CHANGED,
  RIGHT_TAKEN
}
