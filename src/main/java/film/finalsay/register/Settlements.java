package film.finalsay.register;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Decision;
import film.finalsay.approval.LoginName;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import film.finalsay.register.Declaration.Trait;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How approvals end: nothing is settled without the answers that it needs. */
@Service
@Transactional
public class Settlements {

  private static final Set<Outcome> APPROVING =
      EnumSet.of(Outcome.APPROVE, Outcome.APPROVE_WITH_CONDITIONS, Outcome.APPROVE_WITH_DEPENDENTS);
  private static final Set<Outcome> REJECTING =
      EnumSet.of(Outcome.REJECT, Outcome.REFUSE, Outcome.REFUSAL_BY_SILENCE);

  /** Said by a person, without a reservation. */
  private static final Set<Outcome> SAYING_YES =
      EnumSet.of(Outcome.APPROVE, Outcome.CONSENT, Outcome.CONFIRM);

  private static final Set<Outcome> OPPOSING =
      EnumSet.of(
          Outcome.REJECT,
          Outcome.REFUSE,
          Outcome.REFUSAL_BY_SILENCE,
          Outcome.RETURN,
          Outcome.RETURN_PACKAGE,
          Outcome.VOTE_AGAINST,
          Outcome.WITHDRAW);

  private static final Set<Outcome> CONSENTING =
      EnumSet.of(Outcome.CONSENT, Outcome.CONSENT_BY_SILENCE);
  private static final Set<Outcome> CLOSING = EnumSet.of(Outcome.CONFIRM, Outcome.WAIVE);

  /** Said by a person: by silence alone nothing is approved. */
  private static final Set<Outcome> AGREEING =
      EnumSet.of(
          Outcome.APPROVE, Outcome.APPROVE_WITH_CONDITIONS, Outcome.CONSENT, Outcome.CONFIRM);

  private final ApprovalRepository approvals;
  private final ApprovalRegister register;
  private final Cases cases;
  private final ApprovalEntries entries;
  private final Recusals recusals;
  private final SignedDocuments documents;
  private final Clock clock;

  Settlements(
      ApprovalRepository approvals,
      ApprovalRegister register,
      Cases cases,
      ApprovalEntries entries,
      Recusals recusals,
      SignedDocuments documents,
      Clock clock) {
    this.approvals = approvals;
    this.register = register;
    this.cases = cases;
    this.entries = entries;
    this.recusals = recusals;
    this.documents = documents;
    this.clock = clock;
  }

  /**
   * Brings a request to what it was for, if every answer that it needs is on record. Call it with
   * the request locked.
   *
   * @throws BusinessRuleException (conflict) if it is settled already, an answer is not there, or
   *     another was given since it was asked for, of a kind of which there is one at a time
   */
  Approval settle(Case request) {
    RequestKind kind = request.kind();
    if (kind.goal() == ApprovalState.APPROVED) {
      requireApproved(request);
    }
    if (kind.goal() == ApprovalState.EXPLAINED) {
      gate(request).require("explanation", EnumSet.of(Outcome.EXPLAIN), kind.decidedBy(request));
    }
    return settle(request.approval(), kind.goal());
  }

  /**
   * What an approval needs must have been given since it was last submitted, and its conditions, if
   * it has any, be confirmed. Higher authority counts for the role that decides.
   */
  private void requireApproved(Case request) {
    Approval approval = request.approval();
    requireNotOvertaken(request);
    documents.requireIntact(approval);
    Role decidedBy = request.kind().decidedBy(request);
    EffectGate gate = gate(request);
    request.kind().approvedBy(request).forEach(role -> gate.require("approval", APPROVING, role));
    if (approval.state() == ApprovalState.CONDITIONAL) {
      gate.require("confirmation", CLOSING, decidedBy);
    }
    request.kind().consents(request).forEach(role -> gate.require("consent", CONSENTING, role));
  }

  /**
   * Enters in the ledger what an approval did.
   *
   * @param facts what exactly, by name
   */
  public void tookEffect(Approval approval, Map<String, String> facts) {
    entries.tookEffect(approval, facts);
  }

  /**
   * @throws BusinessRuleException (conflict) if it is settled already, or nobody has said no
   */
  public Approval reject(String processInstanceId) {
    return settle(processInstanceId, ApprovalState.REJECTED, REJECTING);
  }

  /**
   * @throws BusinessRuleException (conflict) if it is settled already, or nobody has withdrawn it
   */
  public Approval withdraw(String processInstanceId) {
    return settle(processInstanceId, ApprovalState.WITHDRAWN, EnumSet.of(Outcome.WITHDRAW));
  }

  /**
   * Settles a drawn request as approved, for what it does now: nothing of it changes after that,
   * and what else it does follows. What has an effect of its own is approved by that before.
   *
   * @throws BusinessRuleException (conflict) unless a producer or somebody above has agreed to what
   *     is asked for now, and nobody has said no or returned it
   */
  Approval approveDrawn(Case request) {
    if (request.approval().state() == ApprovalState.APPROVED) {
      return request.approval();
    }
    request.approval().requireOpen();
    if (!request.approval().kind().equals(ApprovalKind.GENERAL)) {
      throw BusinessRuleException.conflict(
          "%s is not approved yet: the step that approves it comes before."
              .formatted(request.key()));
    }
    documents.requireIntact(request.approval());
    requireAgreed(request);
    return settle(request.approval(), ApprovalState.APPROVED);
  }

  private void requireAgreed(Case request) {
    List<Decision> answers = Answers.sinceLastSubmission(request.decisions());
    answers.stream()
        .filter(answer -> OPPOSING.contains(answer.outcome()))
        .findFirst()
        .ifPresent(
            answer -> {
              throw conflict(
                  "%s takes no effect: the %s %s.",
                  request.key(), answer.role().title(), answer.outcome().inWords());
            });
    EffectGate gate = gate(request);
    Role agreed =
        answers.stream()
            .filter(answer -> SAYING_YES.contains(answer.outcome()))
            .map(Decision::askedRole)
            .filter(role -> role.mayActFor(Role.PRODUCER))
            .max(Comparator.naturalOrder())
            .orElse(Role.PRODUCER);
    gate.require("approval", SAYING_YES, agreed);
  }

  /**
   * Settles what a process asked for that has no effect of ours: by what was answered, and as its
   * drawing says. A no counts also where the drawing ends as approved; the ledger says so then.
   *
   * @param meaning what the drawing says that its end means; null if it says nothing
   * @throws BusinessRuleException (conflict) if the answers on record say yes, and the drawing no
   */
  void conclude(Approval approval, ApprovalState meaning) {
    Set<String> recused = recusals.of(approval).keySet();
    ApprovalState answered =
        answered(
            standing(approval).stream()
                .filter(
                    answer ->
                        recused.stream().noneMatch(who -> LoginName.same(who, answer.person())))
                .toList());
    boolean lapsed = meaning == ApprovalState.LAPSED && answered != ApprovalState.REJECTED;
    boolean drawnAsApproved = meaning == ApprovalState.APPROVED;
    if (meaning != null && meaning != answered && !lapsed && !drawnAsApproved) {
      throw conflict(
          "%s would end as %s, and by the answers on record it is %s.",
          approval.key(),
          meaning.name().toLowerCase(Locale.ROOT),
          answered.name().toLowerCase(Locale.ROOT));
    }
    settle(
        approval,
        lapsed ? meaning : answered,
        null,
        drawnAsApproved && answered != meaning ? meaning : null);
  }

  /** Withdrawn, too, if nobody has decided. */
  private static ApprovalState answered(List<Decision> answers) {
    if (answers.stream().anyMatch(answer -> REJECTING.contains(answer.outcome()))) {
      return ApprovalState.REJECTED;
    }
    boolean withdrawn = answers.stream().anyMatch(answer -> answer.outcome() == Outcome.WITHDRAW);
    return !withdrawn && answers.stream().anyMatch(answer -> AGREEING.contains(answer.outcome()))
        ? ApprovalState.APPROVED
        : ApprovalState.WITHDRAWN;
  }

  /**
   * Settles what a stopped process asked for: as withdrawn, whatever was answered.
   *
   * @param person who stopped it; null if nobody was logged in
   */
  void abandon(Approval approval, String person) {
    settle(approval, ApprovalState.WITHDRAWN, person, null);
  }

  private Approval settle(String processInstanceId, ApprovalState end, Set<Outcome> ways) {
    Approval approval = register.lockCarriedBy(processInstanceId);
    boolean said =
        standing(approval).stream().anyMatch(decision -> ways.contains(decision.outcome()));
    if (!said) {
      throw conflict(
          "%s cannot be %s: no answer on record says so.",
          approval.key(), end.name().toLowerCase(Locale.ROOT));
    }
    return settle(approval, end);
  }

  private Approval settle(Approval approval, ApprovalState end) {
    return settle(approval, end, null, null);
  }

  private Approval settle(
      Approval approval, ApprovalState end, String person, ApprovalState drawn) {
    Approval settled = approval.settled(end, clock.instant());
    Case request = cases.of(settled);
    approvals.settle(settled, end == ApprovalState.APPROVED ? request.seal() : null);
    entries.settled(settled, person, drawn);
    request.kind().settled(request);
    return settled;
  }

  /** Data of a version that let two be open: whoever decided the second was not shown the first. */
  private void requireNotOvertaken(Case request) {
    if (!request.kind().is(Trait.ONE_AT_A_TIME)) {
      return;
    }
    Approval approval = request.approval();
    Instant asked = Answers.asked(approval, request.decisions());
    register.standing(approval.filmId(), approval.kind()).stream()
        .filter(other -> other.state() == ApprovalState.APPROVED)
        .filter(other -> other.settledAt().isAfter(asked))
        .findFirst()
        .ifPresent(
            given -> {
              throw conflict(
                  "%s was given after %s was asked for; return it, so that it is filed anew, or reject it.",
                  given.key(), approval.key());
            });
  }

  private EffectGate gate(Case request) {
    return new EffectGate(
        request.approval(),
        request.fingerprint(),
        Answers.sinceLastSubmission(request.decisions()),
        recusals.of(request).keySet());
  }

  private List<Decision> standing(Approval approval) {
    return Answers.sinceLastSubmission(approvals.decisions(approval.key()));
  }
}
