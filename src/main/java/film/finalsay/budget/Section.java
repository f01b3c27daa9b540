package film.finalsay.budget;

/** The sections of a top sheet. Above the line: story, producers, director, cast. */
public enum Section {
  ATL,
  PRODUCTION,
  POST,
  OTHER;

  public boolean isAboveTheLine() {
    return this == ATL;
  }
}
