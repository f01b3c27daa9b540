package film.finalsay.greenlight.committee;

/** What the votes of a committee amount to. */
public enum Result {
  CARRIED,
  NOT_CARRIED,
  /** As many for as against, where more are needed. */
  TIED,
  /** A seat that may has vetoed it. The executive producer does not override that. */
  VETOED,
  /** Too few voted, whichever way. */
  NO_QUORUM;

  String inWords() {
    return switch (this) {
      case CARRIED -> "Carried";
      case NOT_CARRIED -> "Not carried";
      case TIED -> "Tied";
      case VETOED -> "Vetoed";
      case NO_QUORUM -> "No quorum";
    };
  }
}
