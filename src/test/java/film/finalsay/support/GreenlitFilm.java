package film.finalsay.support;

import java.util.Map;

/** A test film whose greenlight is given, with all of its budget of 1,000,000.00 secured. */
public final class GreenlitFilm {

  private GreenlitFilm() {}

  public static TestFilm create(int port) {
    return greenlit(ReadyFilm.create(port));
  }

  /** With its script locked for shooting before. */
  public static TestFilm shooting(int port) {
    TestFilm film = TestFilm.create(port);
    ShootingScript.locked(film);
    return greenlit(film.packaged());
  }

  /** Greenlights a film that has all that a greenlight asks for. */
  public static TestFilm greenlit(TestFilm film) {
    String greenlight =
        film.desk("producer1")
            .started(
                "greenlight",
                Map.of(
                    "film", film.id(),
                    "logline", "A lighthouse keeper saves the one ship that looks for her.",
                    "vision", "A hopeful film about people who keep the light on.",
                    "budgetVersion", 1,
                    "scriptDraft", "Draft 1",
                    "scheduleStart", "2027-03-01",
                    "scheduleEnd", "2027-04-16"));
    film.desk("exec1").answer(greenlight, "userTask_decideGreenlight", "APPROVE", "").ok();
    return film;
  }
}
