package film.finalsay.cut;

/** How far a cut is, from the director's own to the one of which the picture is locked. */
public enum CutStage {
  DIRECTORS_CUT("director's cut"),
  PRODUCERS_CUT("producer's cut"),
  FINE_CUT("fine cut"),
  /** No cut is handed in so: a picture lock makes it. */
  LOCKED("locked cut");

  private final String title;

  CutStage(String title) {
    this.title = title;
  }

  /** As a sentence writes it: {@code fine cut}. */
  public String title() {
    return title;
  }
}
