package film.finalsay.support;

import java.time.LocalDate;
import java.time.ZoneOffset;
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

  /** With principal photography begun 29 days ago: 30 days have been shot at most. */
  public static TestFilm inProduction(int port) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    return greenlit(
        ReadyFilm.create(port), today.minusDays(29).toString(), today.plusDays(30).toString());
  }

  /** Greenlights a film that has all that a greenlight asks for. */
  public static TestFilm greenlit(TestFilm film) {
    return greenlit(film, "2027-03-01", "2027-04-16");
  }

  private static TestFilm greenlit(TestFilm film, String scheduleStart, String scheduleEnd) {
    String greenlight =
        film.begun(
            "producer1",
            "greenlight",
            Map.of(
                "film",
                film.id(),
                "logline",
                "A lighthouse keeper saves the one ship that looks for her.",
                "vision",
                "A hopeful film about people who keep the light on.",
                "budgetVersion",
                1,
                "scriptDraft",
                "Draft 1",
                "scheduleStart",
                scheduleStart,
                "scheduleEnd",
                scheduleEnd));
    film.answered("exec1", greenlight, "userTask_decideGreenlight", "APPROVE");
    return film;
  }
}
