package film.finalsay.support;

import java.util.Map;

/** A test film whose greenlight is given, with all of its budget of 1,000,000.00 secured. */
public final class GreenlitFilm {

  private GreenlitFilm() {}

  public static TestFilm create(int port) {
    TestFilm film = ReadyFilm.create(port);
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
    answer(film, greenlight, "exec1", "userTask_decideGreenlight", "APPROVE");
    return film;
  }

  private static void answer(
      TestFilm film, String key, String person, String step, String decision) {
    film.desk(person).answer(key, step, decision, "").ok();
  }
}
