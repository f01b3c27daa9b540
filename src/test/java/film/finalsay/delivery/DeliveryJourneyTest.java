package film.finalsay.delivery;

import static film.finalsay.delivery.DeliverableFilm.AMEND;
import static film.finalsay.delivery.DeliverableFilm.CONSENT;
import static film.finalsay.delivery.DeliverableFilm.DELIVERY;
import static film.finalsay.delivery.DeliverableFilm.FINAL;
import static film.finalsay.delivery.DeliverableFilm.SIGN_MONEY;
import static film.finalsay.delivery.DeliverableFilm.SIGN_PICTURE;
import static film.finalsay.delivery.DeliverableFilm.SIGN_QUALITY;
import static film.finalsay.delivery.DeliverableFilm.SIGN_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.CutFilm;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A film is delivered by its people over HTTP, and nothing of it changes after that. */
@FinalSayTest
class DeliveryJourneyTest {

  private DeliverableFilm delivery;
  private TestFilm film;

  @LocalServerPort private int port;

  @BeforeEach
  void aFilmThatIsReadyToBeDelivered() {
    delivery = DeliverableFilm.create(port);
    film = delivery.film();
  }

  @Test
  void fourPeopleSignThenTheDistributorAccepts() {
    String key = film.desk("post1").started(DELIVERY, delivery.asked());
    assertThat(key).isEqualTo(delivery.key(1));
    delivery.signed(key);
    assertThat(delivery.phase()).isNotEqualTo("DELIVERED");
    delivery.answer("distributor1", key, CONSENT, "CONSENT").ok();

    assertThat(film.desk("exec1").approval(key).path("state").asText()).isEqualTo("APPROVED");
    assertThat(delivery.phase()).isEqualTo("DELIVERED");
    assertThat(delivery.state(1)).isEqualTo("ACCEPTED");
    assertThat(delivery.state(2)).isEqualTo("MISSING");
    film.desk("guarantor1")
        .answer(film.id() + "-AN-1", "userTask_takeNote", "ACKNOWLEDGE", "")
        .ok();
    film.desk("financier1")
        .answer(film.id() + "-AN-2", "userTask_takeNote", "ACKNOWLEDGE", "")
        .ok();
    assertThat(ledger("TOOK_EFFECT", key))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.path("facts").path("phase").asText()).isEqualTo("DELIVERED");
              assertThat(entry.path("facts").path("finalCost").asText()).isEqualTo("900000.00");
            });
  }

  @Test
  void nobodySignsTwiceNorWhatTheyPreparedOrAskedFor() {
    String key = film.desk("producer1").started(DELIVERY, delivery.asked());
    delivery.prepared(key);

    assertThat(delivery.answer("producer1", key, SIGN_TIME, "APPROVE").status()).isEqualTo(403);
    delivery.answer("producer2", key, SIGN_TIME, "APPROVE").ok();
    assertThat(delivery.answer("producer2", key, SIGN_QUALITY, "APPROVE").status()).isEqualTo(403);
    delivery.answer("exec1", key, SIGN_MONEY, "APPROVE").ok();
    assertThat(delivery.answer("exec1", key, SIGN_PICTURE, "APPROVE").status()).isEqualTo(403);
    assertThat(delivery.answer("coexec1", key, SIGN_PICTURE, "APPROVE").status()).isEqualTo(403);
    delivery.answer("coexec1", key, SIGN_QUALITY, "APPROVE").ok();

    film.join(Map.of("person", "post1", "role", "executive-producer")).ok();
    Answer prepared = delivery.answer("post1", key, SIGN_PICTURE, "APPROVE");
    assertThat(prepared.status()).isEqualTo(403);
    assertThat(prepared.text("detail")).contains("hand in");
  }

  @Test
  void oneReturnSendsAllBackWithWhatToCure() {
    String key = film.desk("post1").started(DELIVERY, delivery.asked());
    delivery.prepared(key);
    delivery.answer("producer1", key, SIGN_TIME, "APPROVE").ok();
    assertThat(film.desk("exec1").answer(key, SIGN_MONEY, "RETURN", "").field())
        .isEqualTo("comment");
    film.desk("exec1").answer(key, SIGN_MONEY, "RETURN", "The hotel is not paid.").ok();
    film.desk("producer2").answer(key, SIGN_QUALITY, "RETURN", "Reel 3 flickers.").ok();
    delivery.answer(delivery.exec2(), key, SIGN_PICTURE, "APPROVE").ok();

    JsonNode texts =
        film.desk("post1")
            .get(
                "/engine-rest/task/%s/form-variables"
                    .formatted(film.desk("post1").task(key, AMEND)))
            .ok();
    assertThat(texts.path("toCureText").path("value").asText())
        .contains("Sign for money", "The hotel is not paid", "Sign for quality", "Reel 3 flickers");
    delivery.set(1, "QC_FAILED").ok();
    assertThat(resubmitted(key).text("detail")).contains("DCP for Northlight: QC failed");
    delivery.set(1, "SENT").ok();
    resubmitted(key).ok();

    delivery.signed(key);
    delivery.answer("distributor1", key, CONSENT, "CONSENT").ok();
    assertThat(delivery.phase()).isEqualTo("DELIVERED");
  }

  @Test
  void anObjectionNamesItemsAndSendsItBack() {
    String key = film.desk("post1").started(DELIVERY, delivery.asked());
    delivery.signed(key);

    Answer unnamed = film.desk("distributor1").answer(key, CONSENT, "REFUSE", "I do not like it.");
    assertThat(unnamed.status()).isEqualTo(400);
    assertThat(unnamed.field()).isEqualTo("comment");
    film.desk("distributor1").answer(key, CONSENT, "REFUSE", "The dcp has no subtitles.").ok();

    assertThat(delivery.state(1)).isEqualTo("QC_FAILED");
    assertThat(delivery.state(3)).isEqualTo("SENT");
    assertThat(film.desk("exec1").approval(key).path("state").asText()).isNotEqualTo("REJECTED");
    assertThat(resubmitted(key).status()).isEqualTo(409);
    delivery.set(1, "SENT").ok();
    resubmitted(key).ok();
    delivery.signed(key);
    delivery.answer("distributor1", key, CONSENT, "CONSENT").ok();
    assertThat(delivery.phase()).isEqualTo("DELIVERED");
  }

  @Test
  void anObjectionIsKeptAsFarAsThereIsRoomAndNeverHalfACharacter() {
    String key = film.desk("post1").started(DELIVERY, delivery.asked());
    delivery.signed(key);
    String long999 = "The DCP: " + "x".repeat(990);
    film.desk("distributor1").answer(key, CONSENT, "REFUSE", long999 + "\uD83C\uDFAC no.").ok();
    assertThat(delivery.state(1)).isEqualTo("QC_FAILED");
    assertThat(
            film.desk("post1").get(delivery.path("delivery-items")).ok().findValuesAsText("note"))
        .contains(long999);
  }

  @Test
  void whatIsStillToBeExplainedIsExplainedOnceItIsDelivered() {
    delivery.report("2026-01-11", FINAL.replace("3600,300000,0,0", "3600,330000,0,0")).ok();
    String open = approved("CV");
    delivery.delivered();
    film.desk("producer1")
        .answer(open, "userTask_explainVariance", "EXPLAIN", "The storm took the pier.")
        .ok();
    assertThat(film.desk("exec1").approval(open).path("state").asText()).isEqualTo("EXPLAINED");
  }

  @Test
  void whatIsCommittedAfterTheLastCostReportHasToBeReportedFirst() {
    String key = film.desk("post1").started(DELIVERY, delivery.asked());
    delivery.signed(key);
    delivery.commits();
    Answer accepted = delivery.answer("distributor1", key, CONSENT, "CONSENT");
    assertThat(accepted.status()).isEqualTo(409);
    assertThat(accepted.text("detail")).contains("committed itself to more since cost report 1");
    film.desk("post1").post("/api/approvals/%s/withdrawal".formatted(key), Map.of()).ok();
    assertRefused("committed itself to more since cost report 1");
    delivery.report("2026-01-11", FINAL).ok();
    film.desk("post1").started(DELIVERY, delivery.asked());
  }

  private Answer resubmitted(String key) {
    Map<String, Object> answer = new HashMap<>(delivery.asked());
    answer.remove("film");
    answer.putAll(Map.of("decision", "RESUBMIT", "comment", ""));
    return film.desk("post1").answer(key, AMEND, answer);
  }

  @Test
  void whatIsBeingSignedStaysAsItIs() {
    String key = film.desk("post1").started(DELIVERY, delivery.asked());
    Answer changed = delivery.set(2, "SENT");
    assertThat(changed.status()).isEqualTo(409);
    assertThat(changed.text("detail")).contains(key, "is being signed");
    assertThat(delivery.schedule("item\nDCP\nCue sheet\n").status()).isEqualTo(409);

    delivery.prepared(key);
    delivery.report("2026-01-11", FINAL.replace("1100,50000,0,0", "1100,50001,0,0")).ok();
    Answer signed = delivery.answer("exec1", key, SIGN_MONEY, "APPROVE");
    assertThat(signed.status()).isEqualTo(409);
    assertThat(signed.text("detail")).contains("costReport");

    film.desk("post1").post("/api/approvals/%s/withdrawal".formatted(key), Map.of()).ok();
    delivery.set(2, "SENT").ok();
  }

  @Test
  void nothingOfMoneyScriptOrCutChangesOnceItIsDelivered() {
    String open =
        film.desk("producer1")
            .started("budget-lock", Map.of("film", film.id(), "version", second()));
    delivery.delivered();

    assertDelivered(film.desk("exec1").answer(open, "userTask_decideBudgetLock", "APPROVE", ""));
    film.desk("exec1").answer(open, "userTask_decideBudgetLock", "REJECT", "Too late.").ok();
    assertDelivered(film.importBudget(TestFilm.TOP_SHEET));
    assertDelivered(delivery.report("2026-02-01", FINAL));
    assertDelivered(
        film.desk("producer1")
            .put(
                delivery.path("finance-plan"),
                Map.of(
                    "sources",
                    List.of(
                        Map.of(
                            "name", "Equity",
                            "kind", "EQUITY",
                            "amount", "1",
                            "state", "CONFIRMED")))));
    assertDelivered(delivery.schedule("item\nDCP\n"));
    CutFilm cut = new CutFilm(film);
    assertDelivered(cut.handsIn("post1", cut.cut("Cut 2", "FINE_CUT", "00:10:00:00", CutFilm.EDL)));
    assertDelivered(delivery.set(1, "SENT"));
    assertDelivered(
        film.desk("producer1")
            .put(
                delivery.path("shooting"),
                Map.of("shootingDays", 21, "shootingDaysCompleted", 20)));
    assertDelivered(
        film.desk("producer1")
            .put(
                delivery.path("package-items/INSURANCE"),
                Map.of("state", "IN_HAND", "reference", "Binder 2")));
    assertDelivered(
        film.desk("producer1")
            .put(
                delivery.path("key-attachments"),
                Map.of(
                    "attachments",
                    List.of(
                        Map.of(
                            "name", "Mara Lindqvist",
                            "role", "DIRECTOR",
                            "state", "ATTACHED",
                            "reference", "Contract")))));
    assertDelivered(film.desk("line1").start("script-approval", script()));
    assertDelivered(film.desk("line1").start("budget-change", change()));
    assertDelivered(
        film.desk("line1").post(delivery.path("requests/budget-change/preview"), change()));
    assertDelivered(film.desk("post1").start(DELIVERY, delivery.asked()));
    String script = approved("SA");
    assertDelivered(
        film.desk("producer1")
            .start(
                "reopening",
                Map.of("film", film.id(), "approval", script, "reason", "A better end.")));
  }

  @Test
  void aDeliveryIsOpenedAgainByReopeningAlone() {
    String key = delivery.delivered();
    film.join(Map.of("person", "coexec1", "role", "producer"));
    String reopening =
        film.desk("producer1")
            .started(
                "reopening",
                Map.of("film", film.id(), "approval", key, "reason", "The master is damaged."));
    film.desk("exec1").answer(reopening, "userTask_decideReopening", "APPROVE", "").ok();

    assertThat(film.desk("exec1").approval(key).path("state").asText()).isEqualTo("REOPENED");
    assertThat(delivery.phase()).isEqualTo("POST_PRODUCTION");
    delivery.set(1, "QC_FAILED").ok();
  }

  @Test
  void whatIsNotReadyIsRefusedNamingIt() {
    delivery.set(1, "QC_FAILED").ok();
    assertRefused("DCP for Northlight: QC failed");
    assertThat(preview().path("allowed").asBoolean()).isFalse();
    delivery.set("producer1", 1, "WAIVED").ok();
    assertThat(preview().path("allowed").asBoolean()).isTrue();
    assertThat(preview().path("consents").toString()).contains("distributor");

    delivery.report("2026-01-11", FINAL.replace("1100,50000,0,0", "1100,50000,0,1")).ok();
    assertRefused("Cost report 2 is not final");
    delivery.report("2026-01-18", FINAL.replace("1100,50000,0,0", "1100,50000,1,0")).ok();
    assertRefused("still committed");
    delivery.report("2026-02-01", FINAL.replace("1100,50000,0,0", "1100,150000.01,0,0")).ok();
    assertRefused("is above the USD 1,000,000.00");
    delivery.report("2026-02-08", FINAL.replace("1100,50000,0,0", "1100,150000.00,0,0")).ok();
    assertThat(preview().path("allowed").asBoolean()).isTrue();

    DeliverableFilm.lock(film, null);
    assertRefused("The picture of Film %s".formatted(film.id()));
    DeliverableFilm.lock(film, film.id() + "-GL-1");

    Map<String, Object> unknown = delivery.asked();
    unknown.put("qcReport", "ab".repeat(32));
    assertThat(film.desk("post1").start(DELIVERY, unknown).field()).isEqualTo("qcReport");
    assertThat(film.desk("accountant1").start(DELIVERY, delivery.asked()).status()).isEqualTo(403);
    film.desk("admin").delete(delivery.path("team/accountant1/production-accountant")).ok();
    assertRefused("is its production accountant");
  }

  @Test
  void withOneExecutiveProducerNobodyCouldSignForBoth() {
    film.desk("admin")
        .delete(delivery.path("team/%s/executive-producer".formatted(delivery.exec2())))
        .ok();
    assertRefused("executive producer would have to answer");
  }

  private void assertRefused(String why) {
    Answer refused = film.desk("post1").start(DELIVERY, delivery.asked());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("detail")).contains(why);
  }

  private static void assertDelivered(Answer refused) {
    assertThat(refused.status()).as(String.valueOf(refused.body())).isIn(409, 200);
    assertThat(String.valueOf(refused.body())).contains("is delivered");
  }

  private JsonNode preview() {
    return film.desk("post1")
        .post(delivery.path("requests/delivery/preview"), delivery.asked())
        .ok();
  }

  private int second() {
    return film.importBudget(TestFilm.TOP_SHEET).ok().path("version").asInt();
  }

  private Map<String, Object> script() {
    String document = film.upload("FADE OUT.");
    return Map.of(
        "film", film.id(), "draft", "Draft 9", "summary", "It ends.", "document", document);
  }

  private Map<String, Object> change() {
    return Map.of(
        "film", film.id(),
        "kind", "TRANSFER",
        "fromAccount", "3500",
        "toAccount", "3600",
        "amount", "1.00",
        "reason", "Fuel.");
  }

  private String approved(String letters) {
    return film.id() + "-" + letters + "-1";
  }

  private List<JsonNode> ledger(String happening, String key) {
    return StreamSupport.stream(
            film.desk("exec1")
                .get(delivery.path("ledger?size=200"))
                .ok()
                .path("items")
                .spliterator(),
            false)
        .filter(entry -> entry.path("happening").asText().equals(happening))
        .filter(entry -> entry.path("approval").asText().equals(key))
        .filter(entry -> entry.path("facts").has("phase"))
        .toList();
  }
}
