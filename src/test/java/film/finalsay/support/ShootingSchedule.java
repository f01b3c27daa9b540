package film.finalsay.support;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Schedules of the shooting script's five scenes, two pages a day. */
public final class ShootingSchedule {

  private static final String HEADER = "date,unit,location,scenes,pages,cast,D/N\n";

  private ShootingSchedule() {}

  public static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  /** On these days, one scene after the other. */
  public static String on(List<LocalDate> days) {
    return HEADER
        + IntStream.range(0, days.size())
            .mapToObj(i -> "%s,Main,Harbour,%d,2,\"1, 2\",Day\n".formatted(days.get(i), i % 5 + 1))
            .collect(Collectors.joining());
  }

  /** Imports it, and returns the number of the version. */
  public static int imported(TestFilm film, List<LocalDate> days) {
    return film.desk("line1")
        .postCsv("/api/films/%s/schedules".formatted(film.id()), on(days))
        .ok()
        .path("version")
        .asInt();
  }

  /** A greenlit film with these days locked, with the consents of the parties. */
  public static TestFilm locked(int port, List<LocalDate> days) {
    TestFilm film = GreenlitFilm.shooting(port);
    int version = imported(film, days);
    String lock =
        film.desk("producer1")
            .started("schedule-lock", Map.of("film", film.id(), "version", version));
    film.desk("director1").answer(lock, "userTask_consult", "SUPPORT", "").ok();
    film.desk("exec1").answer(lock, "userTask_decideScheduleLock", "APPROVE", "").ok();
    film.desk("financier1").answer(lock, "userTask_giveConsent", "CONSENT", "").ok();
    film.desk("guarantor1").answer(lock, "userTask_giveConsent", "CONSENT", "").ok();
    return film;
  }

  /** Enters and countersigns what was shot on a day. */
  public static void shot(TestFilm film, LocalDate day, int eighths) {
    String sha256 = entered(film, day, eighths);
    film.desk("producer1")
        .post(path(film, day) + "/countersignature", Map.of("sha256", sha256))
        .ok();
  }

  /** Enters it alone, and returns what a countersignature names. */
  public static String entered(TestFilm film, LocalDate day, int eighths) {
    return film.desk("line1").put(path(film, day), report(eighths)).ok().path("sha256").asText();
  }

  private static String path(TestFilm film, LocalDate day) {
    return "/api/films/%s/production-reports/%s".formatted(film.id(), day);
  }

  public static Map<String, Object> report(int eighths) {
    return Map.of(
        "scenes",
        eighths == 0 ? List.of() : List.of("1"),
        "eighths",
        eighths,
        "minutes",
        3,
        "wrapped",
        "19:30");
  }
}
