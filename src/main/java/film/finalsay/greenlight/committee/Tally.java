package film.finalsay.greenlight.committee;

import film.finalsay.approval.Outcome;
import java.util.Collection;

/**
 * The votes of one round, counted.
 *
 * @param missing seats that were asked and did not vote
 */
public record Tally(int votesFor, int votesAgainst, int abstained, int missing, Result result) {

  /**
   * @param votes one for each seat that was asked
   */
  static Tally of(Committee committee, Collection<Vote> votes) {
    int votesFor = count(votes, Outcome.VOTE_FOR);
    int votesAgainst = count(votes, Outcome.VOTE_AGAINST);
    int abstained = count(votes, Outcome.ABSTAIN);
    int missing = votes.size() - votesFor - votesAgainst - abstained;
    boolean vetoed =
        votes.stream()
            .anyMatch(vote -> vote.outcome() == Outcome.VOTE_AGAINST && vote.seat().mayVeto());
    boolean quorate = votesFor + votesAgainst + abstained >= committee.quorum();
    Result result =
        vetoed
            ? Result.VETOED
            : !quorate ? Result.NO_QUORUM : result(committee.majority(), votesFor, votesAgainst);
    return new Tally(votesFor, votesAgainst, abstained, missing, result);
  }

  private static Result result(Majority majority, int votesFor, int votesAgainst) {
    if (majority == Majority.TWO_THIRDS) {
      // two thirds of all is twice as many as against; where nobody took a side, nothing is carried
      return votesFor > 0 && votesFor >= 2 * votesAgainst ? Result.CARRIED : Result.NOT_CARRIED;
    }
    return votesFor > votesAgainst
        ? Result.CARRIED
        : votesFor == votesAgainst ? Result.TIED : Result.NOT_CARRIED;
  }

  private static int count(Collection<Vote> votes, Outcome outcome) {
    return (int) votes.stream().filter(vote -> vote.outcome() == outcome).count();
  }
}
