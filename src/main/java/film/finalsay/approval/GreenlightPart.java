package film.finalsay.approval;

/** A part of what a greenlight is based on. */
public enum GreenlightPart {
  SCRIPT,
  BUDGET,
  /** The greenlight itself. */
  WHOLE
}
