package film.finalsay.approval;

import static film.finalsay.approval.BusinessRuleException.conflict;

import java.time.Instant;
import java.util.Locale;

/**
 * One request for a decision on one film.
 *
 * @param key business key such as {@code NOVA-BC-1}, unique
 * @param processInstanceId the engine's id of the process that carries it
 * @param subject one line that says what is asked for
 * @param requester the person who asks, taken from the login and never from what was sent
 * @param requesterRole the role on the film's team in which they ask
 * @param amount what it is about in money; null where no money moves
 * @param settledAt when it came to its first end, such as approved or withdrawn; null while open
 */
public record Approval(
    String key,
    ApprovalKind kind,
    String filmId,
    String processInstanceId,
    String subject,
    String requester,
    Role requesterRole,
    ApprovalState state,
    Money amount,
    Instant requestedAt,
    Instant settledAt) {

  /**
   * What a person's answer at a step does to the state; the end states come from the process, when
   * it gets there.
   *
   * @throws BusinessRuleException (conflict) if the approval is settled already
   */
  public Approval after(Outcome outcome) {
    requireOpen();
    return switch (outcome) {
      case RETURN -> state == ApprovalState.CONDITIONAL ? this : in(ApprovalState.RETURNED, null);
      case RETURN_PACKAGE -> in(ApprovalState.RETURNED, null);
      case APPROVE_WITH_CONDITIONS -> in(ApprovalState.CONDITIONAL, null);
      case RESUBMIT -> in(ApprovalState.PENDING, null);
      default -> this;
    };
  }

  /**
   * @throws BusinessRuleException (conflict) if the approval is settled already
   */
  public Approval settled(ApprovalState end, Instant when) {
    requireOpen();
    if (!end.isFinal()) {
      throw new IllegalArgumentException(end + " is not a final state");
    }
    return in(end, when);
  }

  /**
   * The approval as it counts no more.
   *
   * @param end {@link ApprovalState#REOPENED} or {@link ApprovalState#VOID}
   * @throws BusinessRuleException (conflict) unless it is approved; an open one can become void,
   *     too
   */
  public Approval overturned(ApprovalState end, Instant when) {
    if (state != ApprovalState.APPROVED && (end != ApprovalState.VOID || state.isFinal())) {
      throw conflict(
          "%s is %s; only what is approved can be opened again.",
          key, state.name().toLowerCase(Locale.ROOT));
    }
    return in(end, settledAt == null ? when : settledAt);
  }

  /**
   * @throws BusinessRuleException (conflict) if the approval is settled already
   */
  public Approval amended(String newSubject, Money newAmount) {
    requireOpen();
    return with(newSubject, state, newAmount, settledAt);
  }

  /**
   * @throws BusinessRuleException (conflict) if the approval is settled already
   */
  public void requireOpen() {
    if (state.isFinal()) {
      throw conflict(
          "%s is already %s; nothing more can be decided on it.",
          key, state.name().toLowerCase(Locale.ROOT));
    }
  }

  private Approval in(ApprovalState newState, Instant when) {
    return with(subject, newState, amount, when);
  }

  private Approval with(
      String newSubject, ApprovalState newState, Money newAmount, Instant settled) {
    return new Approval(
        key,
        kind,
        filmId,
        processInstanceId,
        newSubject,
        requester,
        requesterRole,
        newState,
        newAmount,
        requestedAt,
        settled);
  }
}
