package film.finalsay.journey;

import static film.finalsay.journey.Requests.greenlight;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.junit.jupiter.api.Test;

/** Trust, row 13: a whole committee votes in the same moment, again and again. */
interface ManyVotes {

  int SEATS = 20;
  String VOTE = "userTask_castVote";
  String DECIDE = "userTask_decideGreenlight";

  int port();

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
