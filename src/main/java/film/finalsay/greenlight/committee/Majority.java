package film.finalsay.greenlight.committee;

/** How many of the votes for and against carry a greenlight; who abstains is for neither. */
public enum Majority {
  /** More for than against. */
  SIMPLE,
  /** At least two for each one against. */
  TWO_THIRDS;

  /** With fewer votes than this there are no two thirds of them. */
  static final int FEWEST_FOR_TWO_THIRDS = 3;

  String inWords() {
    return this == SIMPLE ? "simple majority" : "two-thirds majority";
  }
}
