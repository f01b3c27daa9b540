package film.finalsay.approval;

/** A part of what a greenlight recites. */
public enum GreenlightPart {
  SCRIPT,
  BUDGET,
  /** The greenlight itself. */
  WHOLE
}
