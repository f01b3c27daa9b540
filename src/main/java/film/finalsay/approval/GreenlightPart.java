package film.finalsay.approval;

/** A part of what a greenlight is based on. */
public enum GreenlightPart {
  SCRIPT,
  BUDGET,
  /** How it is paid for. */
  FINANCE,
  CUT,
  /** The greenlight itself. */
  WHOLE
}
