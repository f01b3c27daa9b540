package film.finalsay.journey;

import static film.finalsay.journey.Requests.greenlight;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.ReadyFilm;
import film.finalsay.support.TestCommittee;
import film.finalsay.support.TestFilm;
import film.finalsay.support.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Trust, row 13: a whole committee votes in the same moment, again and again. */
interface ManyVotes {

  int SEATS = 20;
  String VOTE = "userTask_castVote";
  String DECIDE = "userTask_decideGreenlight";

  int port();

  ManagementService jobs();

  JdbcClient jdbc();

  @Test
  default void ofTwentyVotesAtOnceNoneIsLost() throws Exception {
    TestFilm film = ReadyFilm.create(port());
    TestCommittee committee = TestCommittee.of(film, SEATS);
    committee.set(committee.policy(SEATS));
    ExecutorService voters = Executors.newFixedThreadPool(SEATS);
    try {
      int rounds = Trust.count(4, 500);
      for (int round = 0; round < rounds; round++) {
        Case greenlight =
            Case.started(film, "producer1", "greenlight", greenlight(film, "Draft 1"));
        CyclicBarrier together = new CyclicBarrier(SEATS);
        List<Callable<Answer>> votes = new ArrayList<>();
        for (String person : committee.people()) {
          Desk desk = film.desk(person);
          String task = desk.taskOf(person, greenlight.key(), VOTE);
          votes.add(
              () -> {
                together.await();
                return desk.complete(
                    task, Map.of("decision", "VOTE_FOR", "comment", "Vote of " + person));
              });
        }
        for (Future<Answer> answer : voters.invokeAll(votes)) {
          assertThat(answer.get().status()).as("%s", answer.get()).isEqualTo(204);
        }
        JsonNode counted =
            film.desk("line1")
                .get("/api/approvals/%s/committee".formatted(greenlight.key()))
                .ok()
                .path("rounds")
                .path(0);
        assertThat(counted.path("votesFor").asInt()).isEqualTo(SEATS);
        assertThat(counted.path("result").asText()).isEqualTo("CARRIED");
        assertThat(greenlight.decisions())
            .containsExactlyInAnyOrderElementsOf(
                committee.people().stream()
                    .map(person -> person + " as committee-member: VOTE_FOR")
                    .toList());
        assertThat(greenlight.waitingFor()).containsExactly(DECIDE + " for executive-producer");
        greenlight.answered("exec1", DECIDE, "REJECT", "The next one.");
      }
    } finally {
      voters.shutdown();
    }
  }

  @Test
  default void aVoteThatRacesItsDeadlineCountsOrIsToldThatItIsLate() throws Exception {
    int seats = 6;
    TestFilm film = ReadyFilm.create(port());
    TestCommittee committee = TestCommittee.of(film, seats);
    committee.set(committee.policy(1));
    ExecutorService together = Executors.newFixedThreadPool(seats + 1);
    try {
      int rounds = Trust.count(4, 200);
      for (int round = 0; round < rounds; round++) {
        Case greenlight =
            Case.started(film, "producer1", "greenlight", greenlight(film, "Draft 1"));
        String timer = timeIsUp(greenlight);
        CyclicBarrier start = new CyclicBarrier(seats + 1);
        List<Future<Answer>> votes = new ArrayList<>();
        for (String person : committee.people()) {
          Desk desk = film.desk(person);
          String task = desk.taskOf(person, greenlight.key(), VOTE);
          votes.add(
              together.submit(
                  () -> {
                    start.await();
                    return desk.complete(task, Map.of("decision", "VOTE_FOR", "comment", "Yes."));
                  }));
        }
        together
            .submit(
                () -> {
                  start.await();
                  return untilDone(timer);
                })
            .get();

        int taken = 0;
        for (Future<Answer> vote : votes) {
          assertThat(vote.get().status()).as("%s", vote.get()).isIn(204, 404, 409);
          taken += vote.get().status() == 204 ? 1 : 0;
        }
        JsonNode counted =
            film.desk("line1")
                .get("/api/approvals/%s/committee".formatted(greenlight.key()))
                .ok()
                .path("rounds");
        assertThat(counted).as("rounds").hasSize(1);
        assertThat(counted.path(0).path("votesFor").asInt()).isEqualTo(taken);
        assertThat(counted.path(0).path("missing").asInt()).isEqualTo(seats - taken);
        assertThat(greenlight.waitingFor()).containsExactly(DECIDE + " for executive-producer");
        greenlight.answered("exec1", DECIDE, "REJECT", "The next one.");
      }
    } finally {
      together.shutdown();
    }
  }

  /** The round's time is up by our own record; the engine's timer is still to be told. */
  private String timeIsUp(Case greenlight) {
    jdbc()
        .sql(
            "update committee_round set due_at = due_at - interval '5' day where approval_key = :key")
        .param("key", greenlight.key())
        .update();
    return jobs()
        .createJobQuery()
        .tenantIdIn(greenlight.film().id())
        .timers()
        .singleResult()
        .getId();
  }

  /** As the engine does it: what lost a race is tried again, and what is gone is gone. */
  private boolean untilDone(String timer) throws InterruptedException {
    for (int tried = 0; jobs().createJobQuery().jobId(timer).count() > 0; tried++) {
      assertThat(tried).as("tries of the timer").isLessThan(100);
      try {
        jobs().executeJob(timer);
      } catch (OptimisticLockingException | NullValueException | BusinessRuleException lostRace) {
        Thread.sleep(20);
      }
    }
    return true;
  }

  @Test
  default void withoutAnybodyToVoteItIsRefused() {
    TestFilm film = ReadyFilm.create(port());
    TestCommittee committee = TestCommittee.of(film, 0);
    committee.set(committee.policy(1));
    Answer refused =
        Standing.refused(
            film,
            409,
            () -> film.desk("producer1").start("greenlight", greenlight(film, "Draft 1")));
    assertThat(refused.text("detail")).contains("has no seats, so nobody could vote");
  }
}
