package film.finalsay.support;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A film's script on its way to the shoot: approved, cleared, locked. */
public record ShootingScript(TestFilm film) {

  /** Five scenes with numbers of their own. */
  public static final String SCRIPT =
      """
      FADE IN:

      EXT. HARBOUR - NIGHT #1#

      Rain. One lamp above a door, and behind it a radio that nobody answers.

      INT. LIGHTHOUSE, LAMP ROOM - NIGHT #2#

      NOVA wipes the lens with her sleeve. She does it the way others pray.

      NOVA
      Once more, then you may rest.

      EXT. SEA - NIGHT #3#

      A ship without lights turns towards the only one there is.

      INT. LIGHTHOUSE, STAIRS - DAWN #4#

      Nova counts the steps down. At the last one she stops: wet footprints, not hers.

      EXT. LIGHTHOUSE - DAY #5#

      The lighthouse burns. She stands beside it with the lens in her arms.
      """;

  /** Approves a draft, the first of the film, and nothing more. */
  public static ShootingScript approved(TestFilm film, String text) {
    String sha256 = film.upload(text);
    String approval =
        film.begun(
            "line1",
            "script-approval",
            Map.of("film", film.id(), "draft", "Draft 1", "summary", "It.", "document", sha256));
    film.answered("producer1", approval, "userTask_reviewScriptDraft", "APPROVE");
    film.answered("director1", approval, "userTask_consultDirector", "SUPPORT");
    film.answered("exec1", approval, "userTask_decideScriptDraft", "APPROVE");
    return new ShootingScript(film);
  }

  /** The same, cleared and locked. */
  public static ShootingScript locked(TestFilm film) {
    ShootingScript script = approved(film, SCRIPT).cleared();
    String lock = film.begun("producer1", "script-lock", Map.of("film", film.id(), "draft", 1));
    film.answered("exec1", lock, "userTask_decideScriptLock", "APPROVE");
    return script;
  }

  /** A clearance report that found nothing. */
  public ShootingScript cleared() {
    report(List.of()).ok();
    return this;
  }

  public Desk.Answer report(List<Map<String, String>> findings) {
    return film.desk("line1")
        .post(path("/clearance"), Map.of("document", reportFile(), "findings", findings));
  }

  /** Uploads a clearance report and returns its SHA-256. */
  public String reportFile() {
    byte[] report = ("Clearance " + System.nanoTime()).getBytes(StandardCharsets.UTF_8);
    return film.desk("line1")
        .upload("/api/films/%s/documents".formatted(film.id()), "clearance.pdf", report)
        .ok()
        .path("sha256")
        .asText();
  }

  /** A path below the first draft. */
  public String path(String below) {
    return "/api/films/%s/scripts/1%s".formatted(film.id(), below);
  }

  public static Map<String, Object> revision(TestFilm film, String label, String text) {
    return Map.of(
        "film", film.id(), "draft", label, "summary", "Rain.", "document", film.upload(text));
  }

  /** Every step of an approval or of a revision set answered with yes. */
  public static void decide(TestFilm film, String approval, String what) {
    film.desk("producer1").answer(approval, "userTask_review" + what, "APPROVE", "").ok();
    film.desk("director1").answer(approval, "userTask_consultDirector", "SUPPORT", "").ok();
    film.desk("exec1").answer(approval, "userTask_decide" + what, "APPROVE", "").ok();
  }
}
