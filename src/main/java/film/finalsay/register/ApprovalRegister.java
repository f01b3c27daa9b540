package film.finalsay.register;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.Authority;
import film.finalsay.approval.Decision;
import film.finalsay.approval.DecisionDesk;
import film.finalsay.approval.HumanStep;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Refusal;
import film.finalsay.approval.Role;
import film.finalsay.approval.SeparationOfDuties;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every approval, every answer given on it, and the rules for giving one. */
@Service
@Transactional
public class ApprovalRegister implements DecisionDesk {

  private static final int MAX_COMMENT = 2000;

  private final ApprovalRepository approvals;
  private final Films films;
  private final Clock clock;

  ApprovalRegister(ApprovalRepository approvals, Films films, Clock clock) {
    this.approvals = approvals;
    this.films = films;
    this.clock = clock;
  }

  /**
   * Files a request for approval. Call it with the film locked.
   *
   * @param amount null where no money moves
   * @throws Refusal (forbidden) if the requester holds no role on the film in which one may ask
   */
  public Approval file(
      ApprovalKind kind,
      Film film,
      String processInstanceId,
      String requester,
      String subject,
      Money amount) {
    Role role = films.submitterRole(requester, film);
    if (approvals.findByProcess(processInstanceId).isPresent()) {
      throw Refusal.conflict("This process carries an approval already.");
    }
    Approval approval =
        new Approval(
            films.nextKey(film, kind),
            kind,
            film.id(),
            processInstanceId,
            subject,
            requester,
            role,
            ApprovalState.PENDING,
            amount,
            clock.instant(),
            null);
    approvals.insert(approval);
    return approval;
  }

  /** The request with new content; its number and its history stay. */
  public Approval amend(Approval approval, String subject, Money amount) {
    Approval amended = approval.amended(subject, amount);
    approvals.update(amended);
    return amended;
  }

  @Override
  public void take(HumanStep step, String person, Object outcomeSent, Object commentSent) {
    if (person == null) {
      throw Refusal.forbidden("Nobody is logged in, so nobody can answer.");
    }
    Approval approval = carriedBy(step.processInstanceId());
    Role role = Authority.roleFor(step, approval, person, films.rolesOf(person, approval.filmId()));
    SeparationOfDuties.require(approval, step, approvals.decisions(approval.key()), person);
    Outcome outcome = outcome(step, outcomeSent);
    record(approval, step.id(), step.name(), person, role, outcome, comment(outcome, commentSent));
  }

  /** Records that a role that was asked gave no answer until its deadline. */
  public void recordSilence(String processInstanceId, String step, String stepName, Role role) {
    record(carriedBy(processInstanceId), step, stepName, null, role, Outcome.SILENCE, "");
  }

  /**
   * The last step before an approval takes effect.
   *
   * @throws Refusal (conflict) if it is settled already, or nobody has approved it since it was
   *     last submitted
   */
  public Approval approve(String processInstanceId) {
    Approval approval = carriedBy(processInstanceId);
    boolean approved =
        sinceLastSubmission(approvals.decisions(approval.key())).stream()
            .anyMatch(
                decision ->
                    decision.outcome() == Outcome.APPROVE
                        || decision.outcome() == Outcome.APPROVE_WITH_CONDITIONS);
    if (!approved) {
      throw Refusal.conflict(
          "%s takes no effect: nobody has approved it.".formatted(approval.key()));
    }
    return settle(approval, ApprovalState.APPROVED);
  }

  public Approval reject(String processInstanceId) {
    return settle(carriedBy(processInstanceId), ApprovalState.REJECTED);
  }

  public Approval withdraw(String processInstanceId) {
    return settle(carriedBy(processInstanceId), ApprovalState.WITHDRAWN);
  }

  /**
   * The approval that a process carries.
   *
   * @throws Refusal (conflict) if it carries none
   */
  public Approval carriedBy(String processInstanceId) {
    return approvals
        .findByProcess(processInstanceId)
        .orElseThrow(
            () -> Refusal.conflict("No request for approval has been filed by this process."));
  }

  /**
   * @throws Refusal (not found) if there is none
   */
  @Transactional(readOnly = true)
  public Approval byKey(String key) {
    return approvals
        .find(key)
        .orElseThrow(() -> Refusal.notFound("There is no approval %s.".formatted(key)));
  }

  @Transactional(readOnly = true)
  public List<Approval> ofFilm(String filmId, int limit, long offset) {
    return approvals.findByFilm(filmId, limit, offset);
  }

  /** In the order in which they were given. */
  @Transactional(readOnly = true)
  public List<Decision> decisions(String key) {
    return approvals.decisions(key);
  }

  private void record(
      Approval approval,
      String step,
      String stepName,
      String person,
      Role role,
      Outcome outcome,
      String comment) {
    Approval after = approval.after(outcome);
    approvals.insert(
        new Decision(
            approval.key(), step, stepName, person, role, outcome, comment, clock.instant()));
    approvals.update(after);
  }

  private Approval settle(Approval approval, ApprovalState end) {
    Approval settled = approval.settled(end, clock.instant());
    approvals.update(settled);
    return settled;
  }

  private static Outcome outcome(HumanStep step, Object sent) {
    String allowed = step.outcomes().stream().map(Enum::name).collect(Collectors.joining(", "));
    if (sent == null || (sent instanceof String text && text.isBlank())) {
      throw Refusal.invalid("decision", "is missing; allowed here are %s.".formatted(allowed));
    }
    return Outcome.of(sent.toString())
        .filter(step.outcomes()::contains)
        .orElseThrow(
            () ->
                Refusal.invalid(
                    "decision", "is none of the answers allowed here: %s.".formatted(allowed)));
  }

  private static String comment(Outcome outcome, Object sent) {
    Map<String, Object> values = new HashMap<>();
    values.put("comment", sent);
    String comment = Inputs.of(values).optionalText("comment", MAX_COMMENT).orElse("");
    if (comment.isEmpty() && outcome.needsComment()) {
      throw Refusal.invalid(
          "comment", "is missing; whoever answers %s says why.".formatted(outcome));
    }
    return comment;
  }

  private static List<Decision> sinceLastSubmission(List<Decision> decisions) {
    int from = 0;
    for (int i = 0; i < decisions.size(); i++) {
      if (decisions.get(i).outcome() == Outcome.RESUBMIT) {
        from = i + 1;
      }
    }
    return decisions.subList(from, decisions.size());
  }
}
