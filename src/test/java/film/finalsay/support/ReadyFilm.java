package film.finalsay.support;

/** A test film with all that a greenlight asks for. */
public final class ReadyFilm {

  private ReadyFilm() {}

  public static TestFilm create(int port) {
    return scripted(port).packaged();
  }

  /** With the approved script alone, {@code Draft 1}. */
  public static TestFilm scripted(int port) {
    TestFilm film = TestFilm.create(port);
    ShootingScript.approved(film, "FADE IN.");
    return film;
  }
}
