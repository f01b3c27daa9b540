package film.finalsay.greenlight.committee;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.approval.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The count at its edges, in whole votes. */
class TallyTest {

  @ParameterizedTest(name = "{0}, quorum {1}: {2} for, {3} against, {4} abstain, {5} missing: {6}")
  @CsvSource({
    "SIMPLE,     3, 3, 2, 0, 0, CARRIED",
    "SIMPLE,     3, 2, 3, 0, 0, NOT_CARRIED",
    "SIMPLE,     3, 2, 2, 1, 0, TIED",
    "SIMPLE,     3, 2, 1, 0, 2, CARRIED",
    "SIMPLE,     3, 1, 0, 2, 2, CARRIED",
    "SIMPLE,     3, 0, 0, 3, 2, TIED",
    "SIMPLE,     3, 2, 0, 0, 3, NO_QUORUM",
    "SIMPLE,     3, 0, 0, 0, 5, NO_QUORUM",
    "TWO_THIRDS, 3, 2, 1, 0, 2, CARRIED",
    "TWO_THIRDS, 3, 4, 2, 0, 0, CARRIED",
    "TWO_THIRDS, 3, 3, 2, 0, 0, NOT_CARRIED",
    "TWO_THIRDS, 3, 5, 3, 0, 0, NOT_CARRIED",
    "TWO_THIRDS, 3, 13, 7, 0, 0, NOT_CARRIED",
    "TWO_THIRDS, 3, 14, 7, 0, 0, CARRIED",
    "TWO_THIRDS, 3, 2, 2, 0, 0, NOT_CARRIED",
    "TWO_THIRDS, 3, 1, 0, 2, 0, CARRIED",
    "TWO_THIRDS, 3, 0, 0, 3, 0, NOT_CARRIED"
  })
  void countsWholeVotes(
      Majority majority,
      int quorum,
      int votesFor,
      int votesAgainst,
      int abstained,
      int missing,
      Result result) {
    Tally tally =
        Tally.of(rule(majority, quorum), votes(votesFor, votesAgainst, abstained, missing));
    assertThat(tally).isEqualTo(new Tally(votesFor, votesAgainst, abstained, missing, result));
  }

  @Test
  void aVetoStopsItWhateverTheOthersSayAndWithoutAQuorum() {
    Vote veto = vote(Outcome.VOTE_AGAINST, true);
    List<Vote> others = votes(4, 0, 0, 0);
    others.add(veto);
    assertThat(Tally.of(rule(Majority.SIMPLE, 3), others).result()).isEqualTo(Result.VETOED);
    assertThat(Tally.of(rule(Majority.SIMPLE, 3), List.of(veto)).result()).isEqualTo(Result.VETOED);
  }

  @Test
  void whoMayVetoAndAbstainsHasNotVetoed() {
    List<Vote> votes = votes(2, 1, 0, 0);
    votes.add(vote(Outcome.ABSTAIN, true));
    assertThat(Tally.of(rule(Majority.SIMPLE, 3), votes).result()).isEqualTo(Result.CARRIED);
  }

  private static Committee rule(Majority majority, int quorum) {
    return new Committee(List.of(), quorum, majority, "P5D", true);
  }

  private static List<Vote> votes(int votesFor, int votesAgainst, int abstained, int missing) {
    List<Vote> votes = new ArrayList<>();
    votes.addAll(Collections.nCopies(votesFor, vote(Outcome.VOTE_FOR, false)));
    votes.addAll(Collections.nCopies(votesAgainst, vote(Outcome.VOTE_AGAINST, false)));
    votes.addAll(Collections.nCopies(abstained, vote(Outcome.ABSTAIN, false)));
    votes.addAll(Collections.nCopies(missing, vote(null, true)));
    return votes;
  }

  private static Vote vote(Outcome outcome, boolean mayVeto) {
    return new Vote(new Seat(1, "Seat", "somebody", mayVeto), outcome, "So.", Instant.EPOCH);
  }
}
