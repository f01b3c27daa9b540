package film.finalsay.approval;

/** A part of what a greenlight is based on. */
public enum GreenlightPart {
  SCRIPT,
  BUDGET,
  /** How it is paid for. */
  FINANCE,
  CUT,
  /** The director, the principal cast, and whom a party counts on besides. */
  CAST,
  SCHEDULE,
  /** What it is made for: all that its distributor gets. */
  DELIVERY,
  /** The greenlight itself. */
  WHOLE
}
