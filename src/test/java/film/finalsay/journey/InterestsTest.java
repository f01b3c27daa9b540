package film.finalsay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.ReadyFilm;
import film.finalsay.support.TestCommittee;
import film.finalsay.support.TestFilm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever has an interest in a matter does not decide it: another does, or it is not started. */
@FinalSayTest
class InterestsTest {

  @LocalServerPort private int port;

  @Test
  void aPersonWithAnInterestTakesAndAnswersNothingInAnyRoleAndAnotherDoes() {
    TestFilm film = TestFilm.create(port);
    String both = film.hire("producer");
    film.join(Map.of("person", both, "role", "executive-producer")).ok();
    film.join(Map.of("person", both, "role", "co-executive-producer")).ok();
    declare(film, both, "SUPPLIER", "3500").ok();
    String change = transfer(film, "3500");

    Answer refused =
        film.desk(both).answer(change, "userTask_decideBudgetChange", "APPROVE", "Fine.");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text("message")).contains("You have an interest in " + change, "supplier");
    assertThat(film.balance("3500")).isEqualTo("200000.00");
    film.desk("producer1").answer(change, "userTask_decideBudgetChange", "APPROVE", "").ok();
    assertThat(film.balance("3500")).isEqualTo("199000.00");
  }

  @Test
  void anInterestInOneAccountLeavesTheOthersToDecide() {
    TestFilm film = TestFilm.create(port);
    declare(film, "producer1", "SUPPLIER", "4500").ok();
    String change = transfer(film, "3500");

    film.desk("producer1").answer(change, "userTask_decideBudgetChange", "APPROVE", "").ok();

    assertThat(film.balance("3500")).isEqualTo("199000.00");
  }

  @Test
  void anInterestDeclaredAfterTheAnswerTakesTheAnswerItsEffect() {
    TestFilm film = TestFilm.create(port);
    String change =
        film.desk("line1")
            .started(
                "budget-change",
                Map.of(
                    "film", film.id(),
                    "kind", "INCREASE",
                    "toAccount", "3500",
                    "amount", "5000.00",
                    "reason", "More trucks."));
    film.desk("exec1").answer(change, "userTask_decideBudgetChange", "APPROVE", "").ok();
    film.desk("financier1").answer(change, "userTask_giveConsent", "CONSENT", "").ok();
    declare(film, "exec1", "INVESTOR", null).ok();

    Answer refused = film.desk("guarantor1").answer(change, "userTask_giveConsent", "CONSENT", "");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("message")).contains("approval of the executive producer");
    assertThat(film.total()).isEqualTo("1000000.00");
  }

  @Test
  void whatOnlyAPersonWithAnInterestCouldDecideIsRefusedAtTheStartWithTheReason() {
    TestFilm film = TestFilm.create(port);
    declare(film, "exec1", "INVESTOR", null).ok();

    Answer refused =
        film.desk("producer1")
            .start(
                "greenlight",
                Map.of("film", film.id(), "logline", "A keeper.", "vision", "A hopeful film."));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("message"))
        .contains("executive producer would have to answer", "exec1 (investor: a stake)");
    assertThat(ledger(film, "RECUSED")).isEmpty();
  }

  @Test
  void theNextHigherRoleDecidesWhereEveryHolderOfTheFirstHasAnInterest() {
    TestFilm film = TestFilm.create(port);
    declare(film, "producer1", "SUPPLIER", "3500").ok();
    declare(film, "producer2", "FAMILY", "3500").ok();

    String change = transfer(film, "3500");

    assertThat(decidedBy(film, change)).isEqualTo("co-executive-producer");
    assertThat(ledger(film, "AUTHORITY_RULED"))
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry.path("facts").path("because").asText())
                    .contains("Not for the producer", "producer1", "producer2"));
    film.desk("coexec1").answer(change, "userTask_decideBudgetChange", "APPROVE", "").ok();
    assertThat(film.balance("3500")).isEqualTo("199000.00");
  }

  @Test
  void ifThatOneHasAnInterestTooTheExecutiveProducerDecidesAndAfterThemNobody() {
    TestFilm film = TestFilm.create(port);
    for (String person : List.of("producer1", "producer2", "coexec1")) {
      declare(film, person, "SUPPLIER", "3500").ok();
    }
    assertThat(decidedBy(film, transfer(film, "3500"))).isEqualTo("executive-producer");
    declare(film, "exec1", "INVESTOR", "3500").ok();

    Answer refused = film.desk("line1").start("budget-change", transferOf(film, "3500"));
    Answer preview =
        film.desk("line1")
            .post(
                "/api/films/%s/budget-changes/preview".formatted(film.id()),
                transferOf(film, "3500"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("message")).contains("Recused for an interest", "exec1 (investor");
    assertThat(preview.ok().toString()).contains("Recused for an interest");
  }

  @Test
  void aCommitteeThatReachesItsQuorumOnlyWithAnInterestedMemberIsRefusedAtTheStart() {
    TestFilm film = TestFilm.create(port);
    TestCommittee committee = TestCommittee.of(film, 3);
    committee.set(committee.policy(3));
    Map<String, String> greenlight =
        Map.of("film", film.id(), "logline", "A keeper.", "vision", "A hopeful film.");
    declare(film, committee.seat(2), "INVESTOR", null).ok();

    Answer refused = film.desk("producer1").start("greenlight", greenlight);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("message")).contains("quorum of 3", committee.seat(2), "interest");
    committee.set(committee.policy(2));
    film.desk("producer1").start("greenlight", greenlight).ok();
  }

  @Test
  void aVoteOfSomebodyWithAnInterestCountsNeitherBeforeNorAfterTheCount() {
    TestFilm film = ReadyFilm.create(port);
    TestCommittee committee = TestCommittee.of(film, 3);
    committee.set(committee.policy(2));
    String greenlight =
        film.desk("producer1").started("greenlight", Requests.greenlight(film, "Draft 1"));
    for (int seat = 1; seat <= 3; seat++) {
      film.desk(committee.seat(seat))
          .answer(greenlight, "userTask_castVote", "VOTE_FOR", "It is good.")
          .ok();
    }
    declare(film, committee.seat(2), "INVESTOR", null).ok();

    Answer refused =
        film.desk("exec1").answer(greenlight, "userTask_decideGreenlight", "APPROVE", "");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("message")).contains("interest", "votes anew");
    film.desk("exec1")
        .answer(greenlight, "userTask_decideGreenlight", "RETURN", "The committee votes anew.")
        .ok();
  }

  @Test
  void theLedgerSaysWhoIsRecusedFromWhatAndWhy() {
    TestFilm film = TestFilm.create(port);
    declare(film, "producer1", "SUPPLIER", "3500").ok();

    String change = transfer(film, "3500");

    assertThat(ledger(film, "INTEREST_DECLARED")).hasSize(1);
    assertThat(ledger(film, "RECUSED"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.path("approval").asText()).isEqualTo(change);
              assertThat(entry.path("facts").path("person").asText()).isEqualTo("producer1");
              assertThat(entry.path("facts").path("nature").asText()).isEqualTo("SUPPLIER");
            });
  }

  @Test
  void nobodyEndsTheirOwnInterestNorDeclaresAnothersBelowTheExecutiveProducer() {
    TestFilm film = TestFilm.create(port);
    long own = declare(film, "exec1", "INVESTOR", null).ok().path("id").asLong();

    assertThat(film.desk("exec1").delete(path(film) + "/" + own).status()).isEqualTo(403);
    assertThat(film.desk("producer1").delete(path(film) + "/" + own).status()).isEqualTo(403);
    Map<String, Object> anothers =
        Map.of("person", "exec1", "nature", "CAST", "description", "Plays the keeper.");
    assertThat(film.desk("producer1").post(path(film), anothers).status()).isEqualTo(403);
    assertThat(film.desk("admin").delete(path(film) + "/" + own).status()).isEqualTo(204);
    assertThat(film.desk("admin").delete(path(film) + "/" + own).status()).isEqualTo(404);
    assertThat(film.desk("exec1").get(path(film)).ok().path("items"))
        .singleElement()
        .satisfies(interest -> assertThat(interest.path("endedAt").asText()).isNotBlank());
  }

  @Test
  void anInterestThatEndedKeepsNobodyFromDeciding() {
    TestFilm film = TestFilm.create(port);
    long id = declare(film, "producer1", "SUPPLIER", "3500").ok().path("id").asLong();
    film.desk("exec1").delete(path(film) + "/" + id).ok();
    String change = transfer(film, "3500");

    film.desk("producer1").answer(change, "userTask_decideBudgetChange", "APPROVE", "").ok();

    assertThat(film.balance("3500")).isEqualTo("199000.00");
  }

  @ParameterizedTest
  @CsvSource({
    "nature,      FRIEND",
    "description, ''",
    "person,      nobody-of-this-name",
    "account,     0815",
    "matters,     EVERYTHING"
  })
  void aWrongDeclarationNamesTheFieldAndIsNotKept(String field, String wrong) {
    TestFilm film = TestFilm.create(port);
    Map<String, Object> declared = new HashMap<>();
    declared.put("nature", "CAST");
    declared.put("description", "Plays the keeper.");
    declared.put(field, field.equals("matters") ? List.of(wrong) : wrong);

    Answer refused = film.desk("exec1").post(path(film), declared);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.field()).isEqualTo(field);
    assertThat(film.desk("exec1").get(path(film)).ok().path("items")).isEmpty();
  }

  @Test
  void anActorsCreditAsExecutiveProducerGivesNoAuthority() {
    TestFilm film = TestFilm.create(port);
    String actor = film.hire("associate-producer");
    String credits = "/api/films/%s/credits".formatted(film.id());
    Map<String, String> credit = Map.of("person", actor, "title", "Executive Producer");
    assertThat(film.desk(actor).post(credits, credit).status()).isEqualTo(403);
    film.desk("exec1").post(credits, credit).ok();
    assertThat(film.desk("exec1").post(credits, credit).status()).isEqualTo(409);
    String change = transfer(film, "3500");

    Answer refused = film.desk(actor).answer(change, "userTask_decideBudgetChange", "APPROVE", "");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(film.desk(actor).get(credits).ok().path("items"))
        .singleElement()
        .satisfies(kept -> assertThat(kept.path("title").asText()).isEqualTo("Executive Producer"));
  }

  private Answer declare(TestFilm film, String person, String nature, String account) {
    Map<String, Object> declared = new HashMap<>();
    declared.put("nature", nature);
    declared.put("description", "a stake");
    declared.put("account", account);
    return film.desk(person).post(path(film), declared);
  }

  private static String decidedBy(TestFilm film, String change) {
    return film.desk("line1")
        .approval(change)
        .path("waitingFor")
        .path(0)
        .path("groups")
        .path(0)
        .asText();
  }

  private static String transfer(TestFilm film, String from) {
    return film.desk("line1").started("budget-change", transferOf(film, from));
  }

  private static Map<String, Object> transferOf(TestFilm film, String from) {
    return Map.of(
        "film", film.id(),
        "kind", "TRANSFER",
        "fromAccount", from,
        "toAccount", "3600",
        "amount", "1000.00",
        "reason", "Fewer trucks.");
  }

  private static List<JsonNode> ledger(TestFilm film, String happening) {
    Desk desk = film.desk("exec1");
    return StreamSupport.stream(
            desk.get("/api/films/%s/ledger?size=100".formatted(film.id()))
                .ok()
                .path("items")
                .spliterator(),
            false)
        .filter(entry -> entry.path("happening").asText().equals(happening))
        .toList();
  }

  private static String path(TestFilm film) {
    return "/api/films/%s/interests".formatted(film.id());
  }
}
