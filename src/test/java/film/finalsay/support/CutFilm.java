package film.finalsay.support;

import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.film.Phase;
import film.finalsay.support.Desk.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A greenlit test film with its cuts, at 24 frames a second. */
public record CutFilm(TestFilm film) {

  /** Ten minutes of three shots. */
  public static final String EDL =
      """
      TITLE: FILM
      FCM: NON-DROP FRAME

      001  A001     V     C        01:00:00:00 01:02:00:00 00:00:00:00 00:02:00:00
      002  A002     V     C        02:00:00:00 02:05:00:00 00:02:00:00 00:07:00:00
      003  A003     V     C        03:00:00:00 03:03:00:00 00:07:00:00 00:10:00:00
      """;

  /** Without the second shot, and the third shortened. */
  public static final String SHORTER =
      """
      TITLE: FILM
      001  A001     V     C        01:00:00:00 01:02:00:00 00:00:00:00 00:02:00:00
      002  A003     V     C        03:00:00:00 03:02:00:00 00:02:00:00 00:04:00:00
      """;

  /** In post-production, with a post supervisor and a distributor on its team. */
  public static CutFilm inPost(int port) {
    CutFilm cut = new CutFilm(GreenlitFilm.create(port));
    cut.film.join(Map.of("person", "post1", "role", "post-supervisor")).ok();
    cut.film.join(Map.of("person", "distributor1", "role", "distributor")).ok();
    cut.in(Phase.POST_PRODUCTION);
    return cut;
  }

  /** The same, after the director has handed over. */
  public static CutFilm handedOver(int port) {
    CutFilm cut = inPost(port);
    cut.film
        .desk("director1")
        .post(cut.path("/final-cut/hand-over"), Map.of("comment", "Go on."))
        .ok();
    return cut;
  }

  /** Moves the film to a phase. */
  public void in(Phase phase) {
    inPhase(film, phase);
  }

  /** Moves a film to a phase. */
  public static void inPhase(TestFilm film, Phase phase) {
    Films films = film.service(Films.class);
    Film was = films.byInput(film.id());
    films.save(
        new Film(
            was.id(),
            was.title(),
            was.kind(),
            was.currency(),
            phase,
            was.vision(),
            was.visionFrozenAt(),
            was.shootingDays(),
            was.shootingDaysCompleted()));
  }

  public String path(String rest) {
    return "/api/films/%s%s".formatted(film.id(), rest);
  }

  /** Uploads a timeline and returns its SHA-256. */
  public String timeline(String text) {
    return film.desk("director1")
        .upload(path("/documents"), "timeline.edl", text.getBytes(StandardCharsets.UTF_8))
        .ok()
        .path("sha256")
        .asText();
  }

  /** A body that is taken. */
  public Map<String, Object> cut(String label, String stage, String runningTime, String timeline) {
    return Map.of(
        "label",
        label,
        "stage",
        stage,
        "runningTime",
        runningTime,
        "frameRate",
        "24",
        "file",
        "md5:0cc175b9c0f1b6a831c399e269772661",
        "timeline",
        timeline(timeline));
  }

  public Answer handsIn(String person, Map<String, Object> cut) {
    return film.desk(person).post(path("/cuts"), cut);
  }

  /** Hands in a cut of ten minutes and returns its version. */
  public int handedIn(String person, String label, String stage) {
    return handsIn(person, cut(label, stage, "00:10:00:00", EDL)).ok().path("version").asInt();
  }

  /** What a request to approve a cut sends. */
  public Map<String, Object> approval(int version) {
    return Map.of("film", film.id(), "cut", version, "scenes", "All of them are there.");
  }

  public Map<String, Object> lock(int version) {
    return Map.of("film", film.id(), "cut", version);
  }

  /** Has a cut approved as the fine cut, by all whom it takes. */
  public int approvedFineCut(String label) {
    int version = handedIn("post1", label, "FINE_CUT");
    String approval = film.desk("producer1").started("cut-approval", approval(version));
    film.desk("director1").answer(approval, "userTask_consult", "SUPPORT", "").ok();
    film.desk("financier1").answer(approval, "userTask_consult", "SUPPORT", "").ok();
    film.desk("distributor1").answer(approval, "userTask_consult", "SUPPORT", "").ok();
    film.desk("exec1").answer(approval, "userTask_decideCut", "APPROVE", "").ok();
    return version;
  }
}
