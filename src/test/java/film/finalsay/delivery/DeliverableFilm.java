package film.finalsay.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import film.finalsay.film.FilmAdministration;
import film.finalsay.film.Phase;
import film.finalsay.film.Viewer;
import film.finalsay.support.CutFilm;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.GreenlitFilm;
import film.finalsay.support.TestFilm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A film that is shot, paid for and sent to its distributor, Northlight, with who it takes to
 * deliver it.
 *
 * @param exec2 the other executive producer
 * @param qcReport SHA-256 of the report on quality control
 * @param costStatement SHA-256 of the final cost statement
 */
public record DeliverableFilm(TestFilm film, String exec2, String qcReport, String costStatement) {

  static final String DELIVERY = "delivery";
  static final String SIGN_TIME = "userTask_signTime";
  static final String SIGN_QUALITY = "userTask_signQuality";
  static final String SIGN_MONEY = "userTask_signMoney";
  static final String SIGN_PICTURE = "userTask_signPicture";
  static final String REPORT_QUALITY = "userTask_reportQuality";
  static final String STATE_COSTS = "userTask_stateCosts";
  static final String CONSULT = "userTask_consult";
  static final String CONSENT = "userTask_giveConsent";
  static final String AMEND = "userTask_amendDelivery";

  /** What was paid on each account, and nothing else. */
  static final String FINAL =
      """
      account,actual,commitments,etc
      1100,50000,0,0
      1400,250000,0,0
      3500,200000,0,0
      3600,300000,0,0
      4500,100000,0,0
      9900,0,0,0
      """;

  /** With its last cost report, and two essential items sent. */
  public static DeliverableFilm create(int port) {
    DeliverableFilm film = shot(port);
    film.report("2026-01-04", FINAL).ok();
    film.schedule("item,essential\nDCP,yes\nStills,no\nCue sheet,yes\n").ok();
    film.set(1, "SENT").ok();
    film.set(3, "SENT").ok();
    return film;
  }

  /** The same without a cost report and without a delivery schedule. */
  static DeliverableFilm shot(int port) {
    TestFilm film = GreenlitFilm.inProduction(port);
    film.service(FilmAdministration.class)
        .setShootingDays(film.id(), 20, 20, new Viewer("producer1", false));
    Map.of(
            "distributor1", "distributor",
            "accountant1", "production-accountant",
            "post1", "post-supervisor")
        .forEach((person, role) -> film.join(Map.of("person", person, "role", role)).ok());
    locked(new CutFilm(film));
    return new DeliverableFilm(
        film,
        film.hire("exec", "executive-producer"),
        uploaded(film, "All of it passed quality control."),
        uploaded(film, "All of it is paid."));
  }

  /** A cut whose picture counts as locked. */
  private static void locked(CutFilm cut) {
    cut.in(Phase.POST_PRODUCTION);
    TestFilm film = cut.film();
    film.desk("director1").post(cut.path("/final-cut/hand-over"), Map.of("comment", "Go on.")).ok();
    cut.handedIn("post1", "Fine cut", "FINE_CUT");
    lock(film, film.id() + "-GL-1");
  }

  /**
   * @param approval null for a picture that is not locked
   */
  static void lock(TestFilm film, String approval) {
    film.service(JdbcClient.class)
        .sql("update film_cut set locked_by = :approval where film_id = :film")
        .param("approval", approval)
        .param("film", film.id())
        .update();
  }

  private static String uploaded(TestFilm film, String text) {
    return film.desk("line1")
        .upload(
            "/api/films/%s/documents".formatted(film.id()),
            "evidence.txt",
            (text + film.id()).getBytes(StandardCharsets.UTF_8))
        .ok()
        .path("sha256")
        .asText();
  }

  Answer report(String weekEnding, String csv) {
    return film.desk("line1")
        .postCsv(path("cost-reports?reason=Late&weekEnding=" + weekEnding), csv);
  }

  Answer schedule(String csv) {
    return schedule("post1", csv.getBytes(StandardCharsets.UTF_8));
  }

  Answer schedule(String person, byte[] csv) {
    var sent =
        film.desk(person)
            .raw("PUT", path("delivery-items?distributor=Northlight"), "text/csv", csv);
    return new Answer(
        sent.statusCode(), sent.headers().firstValue("Content-Type").orElse(""), read(sent.body()));
  }

  private static JsonNode read(String body) {
    try {
      return new ObjectMapper().readTree(body);
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }

  Answer set(int number, String state) {
    return set("post1", number, state);
  }

  Answer set(String person, int number, String state) {
    return film.desk(person)
        .put(
            path("delivery-items/" + number),
            Map.of("state", state, "evidence", qcReport, "note", "As the courier says."));
  }

  public Map<String, Object> asked() {
    return new HashMap<>(
        Map.of("film", film.id(), "qcReport", qcReport, "costStatement", costStatement));
  }

  String key(int number) {
    return film.id() + "-DL-" + number;
  }

  Answer answer(String person, String key, String step, String decision) {
    return film.desk(person).answer(key, step, decision, "because of the DCP");
  }

  /** Prepared by both, the director heard, and signed by all four. */
  void signed(String key) {
    prepared(key);
    answer("producer1", key, SIGN_TIME, "APPROVE").ok();
    answer("producer2", key, SIGN_QUALITY, "APPROVE").ok();
    answer("exec1", key, SIGN_MONEY, "APPROVE").ok();
    answer(exec2, key, SIGN_PICTURE, "APPROVE").ok();
  }

  void prepared(String key) {
    answer("post1", key, REPORT_QUALITY, "PREPARED").ok();
    answer("accountant1", key, STATE_COSTS, "PREPARED").ok();
    answer("director1", key, CONSULT, "SUPPORT").ok();
  }

  String delivered() {
    String key = film.desk("post1").started(DELIVERY, asked());
    signed(key);
    answer("distributor1", key, CONSENT, "CONSENT").ok();
    return key;
  }

  /** As if a contract had been approved now. */
  void commits() {
    film.service(JdbcClient.class)
        .sql(
            """
            insert into account_commitment
              (approval_key, account, film_id, amount_minor, what, committed_at)
            values (:approval, '3600', :film, 10000, 'A boat', current_timestamp)
            """)
        .param("approval", film.id() + "-GL-1")
        .param("film", film.id())
        .update();
  }

  String phase() {
    return film.desk("producer1").get(path("").replaceAll("/$", "")).ok().path("phase").asText();
  }

  String state(int number) {
    for (var item : film.desk("producer1").get(path("delivery-items")).ok().path("items")) {
      if (item.path("number").asInt() == number) {
        return item.path("state").asText();
      }
    }
    throw new AssertionError("no item " + number);
  }

  String path(String rest) {
    return "/api/films/%s/%s".formatted(film.id(), rest);
  }
}
