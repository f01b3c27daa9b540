package film.finalsay.greenlight.committee;

import java.util.Set;

/** The steps of the greenlight by which votes and final say are told apart in the records. */
public final class Steps {

  public static final String CAST_VOTE = "userTask_castVote";

  /** The variable that tells one vote from the others. */
  public static final String VOTER = "voter";

  public static final String CAST_VOTE_NAME = "Cast vote";
  public static final String DECIDE = "userTask_decideGreenlight";

  /** Where whoever had the final say says what has become of the conditions. */
  static final Set<String> CONDITIONS =
      Set.of("userTask_confirmCondition", "userTask_settleLapsedCondition");

  private Steps() {}
}
