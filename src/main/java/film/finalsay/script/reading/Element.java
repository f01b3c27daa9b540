package film.finalsay.script.reading;

/** What a line of a script is, and how wide it is printed: in characters, ten to the inch. */
public enum Element {
  ACTION(60, true),
  CHARACTER(38, true),
  PARENTHETICAL(25, false),
  DIALOGUE(35, false),
  LYRICS(35, false),
  TRANSITION(20, true),
  CENTERED(60, true);

  private final int width;
  private final boolean afterBlank;

  Element(int width, boolean afterBlank) {
    this.width = width;
    this.afterBlank = afterBlank;
  }

  int width() {
    return width;
  }

  /** Whether a blank line stands over it in print. */
  boolean afterBlank() {
    return afterBlank;
  }

  boolean isSpoken() {
    return this == PARENTHETICAL || this == DIALOGUE || this == LYRICS;
  }
}
