package film.finalsay.journey;

import static film.finalsay.journey.Requests.bond;
import static film.finalsay.journey.Requests.greenlight;
import static film.finalsay.journey.Requests.onConditions;
import static film.finalsay.journey.Requests.resubmitted;
import static film.finalsay.journey.Requests.with;
import static film.finalsay.journey.Requests.without;
import static film.finalsay.journey.Standing.refused;
import static film.finalsay.journey.Standing.refusedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.ledger.LedgerCheck;
import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.ReadyFilm;
import film.finalsay.support.TestCommittee;
import film.finalsay.support.TestFilm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A committee's vote on a greenlight, and the final say after it, over HTTP. */
@FinalSayTest
class GreenlightCommitteeTest {

  private static final String VOTE = "userTask_castVote";
  private static final String DECIDE = "userTask_decideGreenlight";
  private static final String AMEND = "userTask_amendPackage";
  private static final String SECRET = "Zanzibar is where the money went.";

  private final DataSource dataSource;

  @LocalServerPort int port;

  GreenlightCommitteeTest(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Test
  void withAMajorityGoingWithTheCommitteeIsAPlainAnswer() {
    TestCommittee committee = committee(5);
    committee.set(committee.policy(3));
    Case greenlight = asked(committee);
    assertThat(greenlight.waitingFor())
        .hasSize(5)
        .allMatch((VOTE + " for committee-member")::equals);

    votes(committee, greenlight, "VOTE_FOR", "VOTE_FOR", "VOTE_FOR", "VOTE_AGAINST", "ABSTAIN");

    assertThat(greenlight.waitingFor()).containsExactly(DECIDE + " for executive-producer");
    assertThat(greenlight.shown("exec1", DECIDE, "committeeText"))
        .startsWith("**Carried**: 3 for, 1 against, 1 abstained, 0 did not vote (quorum 3, simple")
        .contains("voted against it**: Reason of seat 4")
        .contains("abstained**: Reason of seat 5");
    greenlight.answered("exec1", DECIDE, "APPROVE");
    assertThat(greenlight.state()).isEqualTo("APPROVED");
    assertThat(happenings(greenlight)).doesNotContain("COMMITTEE_OVERRIDDEN");
    assertThat(result(greenlight)).isEqualTo("CARRIED");
  }

  @Test
  void aVetoIsNotOverridden() {
    TestCommittee committee = committee(5);
    committee.set(committee.policyWithVeto(3, 2));
    Case greenlight = asked(committee);
    votes(committee, greenlight, "VOTE_FOR", "VOTE_AGAINST", "VOTE_FOR", "VOTE_FOR", "VOTE_FOR");

    assertThat(result(greenlight)).isEqualTo("VETOED");
    Answer refused =
        refused(
            committee.film(),
            409,
            () ->
                greenlight.tried(
                    "exec1", DECIDE, Map.of("decision", "APPROVE", "comment", "I insist.")));
    assertThat(refused.text("detail")).contains("vetoed");
    refused(
        committee.film(),
        409,
        () -> greenlight.tried("exec1", DECIDE, onConditions(bond("producer"))));
    greenlight.answered("exec1", DECIDE, "REJECT", "It was vetoed.");
    assertThat(greenlight.state()).isEqualTo("REJECTED");
    assertThat(happenings(greenlight)).doesNotContain("COMMITTEE_OVERRIDDEN");
  }

  @Test
  void aTieIsBrokenByTheFinalSayWhichIsAnOverrideWithAReason() {
    TestCommittee committee = committee(5);
    committee.set(committee.policy(3));
    Case greenlight = asked(committee);
    votes(committee, greenlight, "VOTE_FOR", "VOTE_FOR", "VOTE_AGAINST", "VOTE_AGAINST", "ABSTAIN");

    assertThat(result(greenlight)).isEqualTo("TIED");
    refusedFor(
        "comment",
        committee.film(),
        () -> greenlight.tried("exec1", DECIDE, Map.of("decision", "APPROVE", "comment", " ")));
    greenlight.answered("exec1", DECIDE, "APPROVE", "I believe in it.");

    assertThat(greenlight.state()).isEqualTo("APPROVED");
    JsonNode override = entry(greenlight, "COMMITTEE_OVERRIDDEN");
    assertThat(override.path("person").asText()).isEqualTo("exec1");
    assertThat(override.path("facts").path("result").asText()).isEqualTo("TIED");
    assertThat(override.path("facts").path("decision").asText()).isEqualTo("APPROVE");
    assertThat(override.path("facts").path("because").asText()).isEqualTo("I believe in it.");
  }

  @Test
  void rejectingWhatWasCarriedIsAnOverrideToo() {
    TestCommittee committee = committee(3);
    committee.set(committee.policy(3));
    Case greenlight = asked(committee);
    votes(committee, greenlight, "VOTE_FOR", "VOTE_FOR", "VOTE_FOR");
    greenlight.answered("exec1", DECIDE, "REJECT", "The star has left.");

    assertThat(entry(greenlight, "COMMITTEE_OVERRIDDEN").path("facts").path("decision").asText())
        .isEqualTo("REJECT");
  }

  @ParameterizedTest
  @CsvSource({"4, 2, CARRIED", "3, 2, NOT_CARRIED", "4, 1, CARRIED"})
  void twoThirdsAreExact(int votesFor, int votesAgainst, String result) {
    TestCommittee committee = committee(votesFor + votesAgainst);
    committee.set(with(committee.policy(3), "majority", "TWO_THIRDS"));
    Case greenlight = asked(committee);
    List<String> votes = new ArrayList<>();
    for (int i = 0; i < votesFor + votesAgainst; i++) {
      votes.add(i < votesFor ? "VOTE_FOR" : "VOTE_AGAINST");
    }
    votes(committee, greenlight, votes.toArray(String[]::new));
    assertThat(result(greenlight)).isEqualTo(result);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void hiddenVotesLeakNowhereUntilTheyAreCounted(boolean overForm) {
    TestCommittee committee = committee(3);
    TestFilm film = committee.film();
    committee.set(committee.policy(2));
    Case greenlight = asked(committee);
    String voter = committee.seat(1);
    String task = film.desk(voter).taskOf(voter, greenlight.key(), VOTE);
    Map<String, Object> vote =
        Map.of("decision", Map.of("value", "VOTE_AGAINST"), "comment", Map.of("value", SECRET));
    film.desk(voter)
        .post(
            "/engine-rest/task/%s/%s".formatted(task, overForm ? "submit-form" : "complete"),
            Map.of("variables", vote))
        .ok();

    for (String reader : List.of("exec1", "producer1", "admin", committee.seat(2))) {
      for (String path : readable(film, greenlight.key())) {
        String answer = String.valueOf(film.desk(reader).get(path).body());
        assertThat(answer).as("%s by %s", path, reader).doesNotContain("Zanzibar");
        assertThat(answer).as("%s by %s", path, reader).doesNotContain("\"VOTE_AGAINST\"");
      }
      assertThat(
              film.desk(reader)
                  .get("/engine-rest/history/task/count?taskVariables=decision_eq_VOTE_AGAINST")
                  .text("count"))
          .isIn("0", null);
    }
    JsonNode shown = film.desk("exec1").approval(greenlight.key()).path("decisions").path(0);
    assertThat(shown.path("person").asText()).as("who has voted shows").isEqualTo(voter);
    assertThat(shown.path("withheld").asBoolean()).isTrue();
    assertThat(shown.path("outcome").isNull()).isTrue();
    JsonNode hearing = hearing(greenlight).path("rounds").path(0).path("votes");
    assertThat(hearing.path(0).path("voted").asBoolean()).isTrue();
    assertThat(hearing.path(0).path("outcome").isNull()).isTrue();
    assertThat(hearing.path(1).path("voted").asBoolean()).isFalse();
    assertThat(new LedgerCheck(dataSource).run(Optional.of(film.id())).findings()).isEmpty();

    vote(committee, greenlight, 2, "VOTE_FOR");
    vote(committee, greenlight, 3, "VOTE_FOR");

    assertThat(film.desk("producer1").approval(greenlight.key()).toString()).contains("Zanzibar");
    assertThat(ledger(greenlight).toString()).contains("Zanzibar").doesNotContain("withheld");
    assertThat(hearing(greenlight).toString()).contains("Zanzibar");
    for (String path : ofTheEngine(film)) {
      assertThat(String.valueOf(film.desk("admin").get(path).body()))
          .as("%s, which no vote goes into", path)
          .doesNotContain("\"VOTE_AGAINST\"");
    }
  }

  @Test
  void openVotesAreReadAtOnce() {
    TestCommittee committee = committee(3);
    committee.set(with(committee.policy(2), "votesHidden", false));
    Case greenlight = asked(committee);
    vote(committee, greenlight, 1, "VOTE_AGAINST");

    assertThat(greenlight.decisions())
        .containsExactly(committee.seat(1) + " as committee-member: VOTE_AGAINST");
    assertThat(hearing(greenlight).toString()).contains("Reason of seat 1");
  }

  @Test
  void eachSeatVotesForItselfOnce() {
    TestCommittee committee = committee(3);
    TestFilm film = committee.film();
    committee.set(committee.policy(2));
    Case greenlight = asked(committee);
    String theirs = film.desk("admin").taskOf(committee.seat(1), greenlight.key(), VOTE);
    Desk other = film.desk(committee.seat(2));
    Map<String, Object> vote = Map.of("decision", "VOTE_FOR", "comment", "So.");

    refused(film, 403, () -> other.complete(theirs, vote));
    refusedFor("voter", film, () -> other.complete(theirs, with(vote, "voter", committee.seat(2))));
    assertThat(claim(other, theirs, committee.seat(2)).status()).isBetween(400, 499);
    film.desk(committee.seat(1)).post("/engine-rest/task/%s/unclaim".formatted(theirs), Map.of());
    assertThat(claim(other, theirs, committee.seat(2)).status()).isEqualTo(403);
    refused(film, 403, () -> other.complete(theirs, vote));
    for (String route : List.of("assignee", "delegate")) {
      assertThat(
              film.desk("admin")
                  .post(
                      "/engine-rest/task/%s/%s".formatted(theirs, route),
                      Map.of("userId", committee.seat(2)))
                  .status())
          .isBetween(400, 499);
    }
    refused(film, 403, () -> film.desk("exec1").complete(theirs, vote));

    film.desk(committee.seat(1)).complete(theirs, vote).ok();
    Answer again = film.desk(committee.seat(1)).complete(theirs, vote);
    assertThat(again.status()).isEqualTo(409);
    assertThat(greenlight.decisions()).hasSize(1);
  }

  @Test
  void everyVoteHasItsReason() {
    TestCommittee committee = committee(3);
    committee.set(committee.policy(2));
    Case greenlight = asked(committee);
    String voter = committee.seat(1);
    String task = committee.film().desk(voter).taskOf(voter, greenlight.key(), VOTE);
    for (String vote : List.of("VOTE_FOR", "VOTE_AGAINST", "ABSTAIN")) {
      refusedFor(
          "comment",
          committee.film(),
          () -> committee.film().desk(voter).complete(task, Map.of("decision", vote)));
    }
    for (String none : List.of("APPROVE", "VOTE_MISSING", "SUPPORT")) {
      refusedFor(
          "decision",
          committee.film(),
          () ->
              committee
                  .film()
                  .desk(voter)
                  .complete(task, Map.of("decision", none, "comment", "So.")));
    }
  }

  @Test
  void whatIsAmendedIsVotedOnAnewAndEarlierVotesDoNotCount() {
    TestCommittee committee = committee(3);
    committee.set(committee.policy(3));
    Case greenlight = asked(committee);
    votes(committee, greenlight, "VOTE_FOR", "VOTE_FOR", "VOTE_FOR");
    greenlight.answered("exec1", DECIDE, "RETURN", "A better logline.");
    Map<String, Object> request = greenlight(committee.film(), "Draft 1");
    greenlight.answered("producer1", AMEND, resubmitted(with(request, "logline", "Better.")));

    assertThat(greenlight.waitingFor()).hasSize(3).allMatch(step -> step.startsWith(VOTE));
    votes(committee, greenlight, "VOTE_AGAINST", "VOTE_AGAINST", "VOTE_FOR");
    assertThat(result(greenlight)).isEqualTo("NOT_CARRIED");
    assertThat(hearing(greenlight).path("rounds")).hasSize(2);
  }

  @Test
  void aPolicyConcernsLaterRequestsOnly() {
    TestCommittee committee = committee(3);
    TestFilm film = committee.film();
    committee.set(committee.policy(3));
    Case first = asked(committee);
    committee.set(with(committee.policy(1), "votesHidden", false));
    assertThat(hearing(first).path("committee").path("quorum").asInt()).isEqualTo(3);

    String policy = "/api/films/%s/greenlight-committee".formatted(film.id());
    assertThat(film.desk("producer1").get(policy).ok().path("committee").path("quorum").asInt())
        .isEqualTo(1);
    assertThat(film.desk("exec1").delete(policy).status()).isEqualTo(204);
    assertThat(film.desk("exec1").delete(policy).status()).isEqualTo(404);
    assertThat(film.desk("exec1").get(policy).status()).isEqualTo(404);

    votes(committee, first, "VOTE_FOR", "VOTE_FOR", "VOTE_AGAINST");
    assertThat(result(first)).isEqualTo("CARRIED");
    withdrawn(first);
    Case second = asked(committee);
    assertThat(second.waitingFor()).containsExactly(DECIDE + " for executive-producer");
    assertThat(
            film.desk("exec1").get("/api/approvals/%s/committee".formatted(second.key())).status())
        .isEqualTo(404);
  }

  @Test
  void aCommitteeThatCouldComeToNoResultIsRefusedAtTheStart() {
    TestCommittee committee = committee(3);
    Map<String, Object> policy = committee.policy(3);

    refusedAtStart(committee, with(policy, "seats", List.of()), "has no seats");
    refusedAtStart(committee, with(policy, "quorum", 4), "cannot reach its quorum of 4");
    refusedAtStart(
        committee,
        with(policy, "seats", seats(committee.seat(1), committee.seat(2), committee.seat(1))),
        "holds two seats, 1 and 3");
    refusedAtStart(
        committee,
        with(policy, "seats", seats(committee.seat(1), committee.seat(2), "director1")),
        "director1, who holds seat 3 (Seat) of the greenlight committee, is not on the film's team");
    refusedAtStart(
        committee,
        with(
            with(with(policy, "seats", seats(committee.seat(1), committee.seat(2))), "quorum", 2),
            "majority",
            "TWO_THIRDS"),
        "takes at least 3 votes; only 2 can be cast");
  }

  @Test
  void whoAsksDoesNotVoteAndSomebodyIsLeftForTheFinalSay() {
    TestCommittee committee = committee(2);
    TestFilm film = committee.film();
    film.join(Map.of("person", "producer1", "role", "committee-member")).ok();
    Map<String, Object> policy =
        with(
            committee.policy(3), "seats", seats(committee.seat(1), committee.seat(2), "producer1"));
    refusedAtStart(committee, policy, "quorum of 3: only");
    committee.set(with(policy, "quorum", 2));
    Case greenlight = asked(committee);
    assertThat(greenlight.waitingFor()).as("producer1 asks").hasSize(2);
    withdrawn(greenlight);

    film.join(Map.of("person", "exec1", "role", "committee-member")).ok();
    refusedAtStart(
        committee,
        with(
            with(policy, "seats", seats(committee.seat(1), committee.seat(2), "exec1")),
            "quorum",
            2),
        "Nobody is left for the final say");
    String second = film.hire("exec2", "executive-producer");
    Case voted = asked(committee);
    for (int seat = 1; seat <= 2; seat++) {
      vote(committee, voted, seat, "VOTE_FOR");
    }
    film.desk("exec1")
        .complete(
            film.desk("exec1").taskOf("exec1", voted.key(), VOTE),
            Map.of("decision", "VOTE_FOR", "comment", "So."))
        .ok();
    refused(film, 403, () -> voted.tried("exec1", DECIDE, "APPROVE"));
    voted.answered(second, DECIDE, "APPROVE");
    assertThat(voted.state()).isEqualTo("APPROVED");
  }

  @Test
  void theCompanysCommitteeCountsForAFilmWithoutItsOwn() {
    TestCommittee committee = committee(3);
    TestFilm film = committee.film();
    String company = "/api/greenlight-committee";
    Desk admin = film.desk("admin");
    assertThat(film.desk("exec1").put(company, committee.policy(3)).status()).isEqualTo(403);
    assertThat(admin.get(company).status()).isEqualTo(404);
    try {
      admin.put(company, committee.policy(3)).ok();
      assertThat(
              film.desk("line1")
                  .get("/api/films/%s/greenlight-committee".formatted(film.id()))
                  .ok()
                  .path("of")
                  .asText())
          .isEqualTo("company");
      Case greenlight = asked(committee);
      assertThat(greenlight.waitingFor()).hasSize(3);
      withdrawn(greenlight);
    } finally {
      assertThat(admin.delete(company).status()).isEqualTo(204);
    }
    assertThat(admin.delete(company).status()).isEqualTo(404);
    assertThat(asked(committee).waitingFor()).containsExactly(DECIDE + " for executive-producer");
  }

  @Test
  void thePolicyIsTheExecutiveProducersAndItsFieldsAreChecked() {
    TestCommittee committee = committee(3);
    TestFilm film = committee.film();
    String path = "/api/films/%s/greenlight-committee".formatted(film.id());
    Map<String, Object> policy = committee.policy(3);
    for (String person : List.of("producer1", "admin", committee.seat(1))) {
      assertThat(film.desk(person).put(path, policy).status()).as(person).isEqualTo(403);
    }
    Map<String, Object> wrong =
        Map.of(
            "seats", "none",
            "quorum", 0,
            "majority", "MOST",
            "deadline", "soon",
            "votesHidden", "yes");
    wrong.forEach(
        (field, value) ->
            refusedFor(
                field, film, () -> film.desk("exec1").put(path, with(policy, field, value))));
    for (String field : List.of("seats", "quorum", "majority", "deadline")) {
      refusedFor(field, film, () -> film.desk("exec1").put(path, without(policy, field)));
    }
    for (String deadline : List.of("P-5D", "P0D", "P2Y", "PT0.5S", "P99999999999D", "5 days")) {
      refusedFor(
          "deadline", film, () -> film.desk("exec1").put(path, with(policy, "deadline", deadline)));
    }
    for (Object seat :
        List.of("exec1", Map.of("title", "X"), Map.of("title", 1.5, "person", "x"))) {
      refusedFor(
          "seats", film, () -> film.desk("exec1").put(path, with(policy, "seats", List.of(seat))));
    }
    assertThat(film.desk("exec1").get(path).status()).isEqualTo(404);
    committee.set(policy);
    JsonNode set = film.desk("line1").get(path).ok();
    assertThat(set.path("of").asText()).isEqualTo("film");
    assertThat(set.path("obstacle").isNull()).as("%s", set).isTrue();
  }

  private void refusedAtStart(TestCommittee committee, Map<String, Object> policy, String why) {
    committee.set(policy);
    Answer answer =
        refused(
            committee.film(),
            409,
            () ->
                committee
                    .film()
                    .desk("producer1")
                    .start("greenlight", greenlight(committee.film(), "Draft 1")));
    assertThat(answer.text("detail")).contains(why);
  }

  private TestCommittee committee(int seats) {
    return TestCommittee.of(ReadyFilm.create(port), seats);
  }

  private static List<Map<String, Object>> seats(String... people) {
    List<Map<String, Object>> seats = new ArrayList<>();
    for (String person : people) {
      seats.add(Map.of("title", "Seat", "person", person));
    }
    return seats;
  }

  private static Case asked(TestCommittee committee) {
    return Case.started(
        committee.film(), "producer1", "greenlight", greenlight(committee.film(), "Draft 1"));
  }

  private static void votes(TestCommittee committee, Case greenlight, String... votes) {
    for (int seat = 1; seat <= votes.length; seat++) {
      vote(committee, greenlight, seat, votes[seat - 1]);
    }
  }

  private static void vote(TestCommittee committee, Case greenlight, int seat, String vote) {
    Desk desk = committee.film().desk(committee.seat(seat));
    desk.complete(
            desk.taskOf(committee.seat(seat), greenlight.key(), VOTE),
            Map.of("decision", vote, "comment", "Reason of seat " + seat))
        .ok();
  }

  private static Answer claim(Desk desk, String task, String person) {
    return desk.post("/engine-rest/task/%s/claim".formatted(task), Map.of("userId", person));
  }

  private static JsonNode hearing(Case greenlight) {
    return greenlight
        .film()
        .desk("line1")
        .get("/api/approvals/%s/committee".formatted(greenlight.key()))
        .ok();
  }

  private static String result(Case greenlight) {
    JsonNode rounds = hearing(greenlight).path("rounds");
    return rounds.path(rounds.size() - 1).path("result").asText();
  }

  private static JsonNode ledger(Case greenlight) {
    return greenlight
        .film()
        .desk("line1")
        .get(
            "/api/films/%s/ledger?size=200&approval=%s"
                .formatted(greenlight.film().id(), greenlight.key()))
        .ok()
        .path("items");
  }

  private static List<String> happenings(Case greenlight) {
    List<String> happenings = new ArrayList<>();
    ledger(greenlight).forEach(entry -> happenings.add(entry.path("happening").asText()));
    return happenings;
  }

  private static JsonNode entry(Case greenlight, String happening) {
    for (JsonNode entry : ledger(greenlight)) {
      if (entry.path("happening").asText().equals(happening)) {
        return entry;
      }
    }
    throw new AssertionError("no " + happening + " in " + happenings(greenlight));
  }

  /** Wherever the film's team, or an administrator, can read what happened. */
  private static List<String> readable(TestFilm film, String key) {
    List<String> paths = new ArrayList<>(ofTheEngine(film));
    paths.addAll(
        List.of(
            "/api/approvals/" + key,
            "/api/approvals/%s/committee".formatted(key),
            "/api/films/%s/approvals".formatted(film.id()),
            "/api/films/%s/ledger?size=200".formatted(film.id()),
            "/api/films/%s/ledger?size=200&format=csv".formatted(film.id()),
            "/api/films/%s/ledger?approval=%s".formatted(film.id(), key)));
    return paths;
  }

  private static void withdrawn(Case greenlight) {
    greenlight
        .film()
        .desk("producer1")
        .post("/api/approvals/%s/withdrawal".formatted(greenlight.key()), Map.of())
        .ok();
  }

  private static List<String> ofTheEngine(TestFilm film) {
    String tenant = "tenantIdIn=" + film.id();
    return List.of(
        "/engine-rest/task?" + tenant,
        "/engine-rest/variable-instance?" + tenant,
        "/engine-rest/process-instance?" + tenant,
        "/engine-rest/history/process-instance?" + tenant,
        "/engine-rest/history/task?" + tenant,
        "/engine-rest/history/activity-instance?" + tenant,
        "/engine-rest/history/variable-instance?" + tenant,
        "/engine-rest/history/variable-instance?includeDeleted=true&" + tenant,
        "/engine-rest/history/detail?" + tenant,
        "/engine-rest/history/user-operation?" + tenant,
        "/engine-rest/history/identity-link-log?" + tenant,
        "/engine-rest/history/job-log?" + tenant,
        "/engine-rest/execution?" + tenant);
  }
}
