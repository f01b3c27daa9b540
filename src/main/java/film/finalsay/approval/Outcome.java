package film.finalsay.approval;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a person can answer at a step. Which of them a step accepts stands in the process model. */
public enum Outcome {
  APPROVE(Kind.DECISION, false),
  /** The conditions are sent beside it. */
  APPROVE_WITH_CONDITIONS(Kind.DECISION, false),
  RETURN(Kind.DECISION, true),
  /** What was approved on conditions goes back whole, to be decided anew. */
  RETURN_PACKAGE(Kind.DECISION, true),
  REJECT(Kind.DECISION, true),
  CONFIRM(Kind.DECISION, false),
  /** Opens again what was approved, and with it everything that rests on it. */
  APPROVE_WITH_DEPENDENTS(Kind.DECISION, true),
  /** A condition need not be met. */
  WAIVE(Kind.DECISION, true),
  /** A condition that lapsed gets another day. */
  EXTEND(Kind.DECISION, false),
  CONSENT(Kind.DECISION, false),
  REFUSE(Kind.DECISION, true),
  /** Nobody answered in time, and the terms of the consent say that this means yes. */
  CONSENT_BY_SILENCE(Kind.DECISION, false),
  /** The same where the terms say that it means no. */
  REFUSAL_BY_SILENCE(Kind.DECISION, false),
  VOTE_FOR(Kind.DECISION, true),
  VOTE_AGAINST(Kind.DECISION, true),
  /** Counts towards the quorum, and for neither side. */
  ABSTAIN(Kind.DECISION, true),
  /** A seat did not vote until the deadline. */
  VOTE_MISSING(Kind.DECISION, false),
  /** A consultation is heard and recorded; it cannot block. */
  SUPPORT(Kind.CONSULTATION, false),
  CONCERN(Kind.CONSULTATION, true),
  SILENCE(Kind.CONSULTATION, false),
  /** The explanation stands in the comment. */
  EXPLAIN(Kind.CONSULTATION, true),
  /** Has seen what there is to be known. */
  ACKNOWLEDGE(Kind.CONSULTATION, false),
  RESUBMIT(Kind.PREPARATION, false),
  WITHDRAW(Kind.PREPARATION, false),
  CONDITIONS_MET(Kind.PREPARATION, true),
  /** What another decides on is ready, and is as it says. */
  PREPARED(Kind.PREPARATION, false);

  private enum Kind {
    DECISION,
    CONSULTATION,
    PREPARATION
  }

  private static final Set<Outcome> AGREEING =
      EnumSet.of(
          APPROVE,
          APPROVE_WITH_CONDITIONS,
          APPROVE_WITH_DEPENDENTS,
          CONFIRM,
          CONSENT,
          SUPPORT,
          VOTE_FOR);

  private final Kind kind;
  private final boolean needsComment;

  Outcome(Kind kind, boolean needsComment) {
    this.kind = kind;
    this.needsComment = needsComment;
  }

  public static Optional<Outcome> of(String name) {
    return Stream.of(values()).filter(outcome -> outcome.name().equals(name)).findFirst();
  }

  /** Whether it says yes to what was shown, and so must not be given on anything else. */
  public boolean agrees() {
    return AGREEING.contains(this);
  }

  /** Whoever does not simply agree owes the others the reason. */
  public boolean needsComment() {
    return needsComment;
  }

  /** Whether no person gives this answer, but a deadline that passes. */
  public boolean isByDeadline() {
    return this == SILENCE
        || this == CONSENT_BY_SILENCE
        || this == REFUSAL_BY_SILENCE
        || this == VOTE_MISSING;
  }

  /** Whether it is what somebody in a seat of a committee says. */
  public boolean isVote() {
    return this == VOTE_FOR || this == VOTE_AGAINST || this == ABSTAIN;
  }

  /** Preparing is the requester's own work; deciding and advising are never. */
  public boolean isPreparation() {
    return kind == Kind.PREPARATION;
  }

  /** Advice is heard and recorded, and blocks nothing. */
  public boolean isConsultation() {
    return kind == Kind.CONSULTATION;
  }

  /** As the history of an approval writes it: {@code returned it}. */
  public String inWords() {
    return switch (this) {
      case APPROVE -> "approved it";
      case APPROVE_WITH_CONDITIONS -> "approved it with conditions";
      case RETURN -> "returned it";
      case RETURN_PACKAGE -> "returned all of it";
      case REJECT -> "rejected it";
      case CONFIRM -> "confirmed it";
      case APPROVE_WITH_DEPENDENTS -> "approved it with all that rests on it";
      case WAIVE -> "waived it";
      case EXTEND -> "gave it another day";
      case VOTE_FOR -> "voted for it";
      case VOTE_AGAINST -> "voted against it";
      case ABSTAIN -> "abstained";
      case VOTE_MISSING -> "did not vote in time";
      case CONSENT -> "consented to it";
      case REFUSE -> "refused consent to it";
      case CONSENT_BY_SILENCE -> "gave no answer in time, which counts as consent";
      case REFUSAL_BY_SILENCE -> "gave no answer in time, which counts as a refusal";
      case SUPPORT -> "supports it";
      case CONCERN -> "has concerns about it";
      case SILENCE -> "gave no answer in time";
      case EXPLAIN -> "explained it";
      case ACKNOWLEDGE -> "took note of it";
      case RESUBMIT -> "resubmitted it";
      case WITHDRAW -> "withdrew it";
      case CONDITIONS_MET -> "reported it met";
      case PREPARED -> "prepared it";
    };
  }
}
