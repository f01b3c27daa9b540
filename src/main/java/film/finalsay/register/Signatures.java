package film.finalsay.register;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.Decision;
import film.finalsay.approval.Role;
import film.finalsay.approval.RunningProcesses;
import film.finalsay.film.Films;
import film.finalsay.register.Declaration.Trait;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * An approval is bound to the content of what was shown. If a document or a figure of it is changed
 * afterwards, whichever way, it is void, and those who signed are told.
 */
@Service
@Transactional
public class Signatures {

  private static final int MOST_NAMED = 10;

  private final ApprovalRepository approvals;
  private final ApprovalEntries entries;
  private final Cases cases;
  private final SignedDocuments documents;
  private final RunningProcesses processes;
  private final Films films;
  private final Clock clock;

  Signatures(
      ApprovalRepository approvals,
      ApprovalEntries entries,
      Cases cases,
      SignedDocuments documents,
      RunningProcesses processes,
      Films films,
      Clock clock) {
    this.approvals = approvals;
    this.entries = entries;
    this.cases = cases;
    this.documents = documents;
    this.processes = processes;
    this.films = films;
    this.clock = clock;
  }

  /**
   * Compares everything that was signed on a film with what lies there now, and declares void what
   * differs.
   *
   * @return what became void, the oldest first
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public List<Approval> check(String filmId) {
    films.hold(filmId);
    List<Approval> voided = new ArrayList<>();
    for (Approval approval : approvals.findStanding(filmId)) {
      difference(approval).ifPresent(because -> voided.add(declareVoid(approval, because)));
    }
    return voided;
  }

  /**
   * Who signed an approval, by login; nobody twice. Of a committee everybody who voted: how stays
   * hidden.
   */
  @Transactional(readOnly = true)
  public List<String> signers(Approval approval) {
    return Answers.sinceLastSubmission(approvals.decisions(approval.key())).stream()
        .filter(decision -> decision.outcome().agrees() || decision.outcome().isVote())
        .map(Decision::person)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /** Why an approval is void, in a sentence; empty if it is not. */
  @Transactional(readOnly = true)
  public Optional<String> becauseVoid(Approval approval) {
    return approvals.voidBecause(approval.key());
  }

  private Optional<String> difference(Approval approval) {
    List<String> altered = documents.altered(approval);
    if (!altered.isEmpty()) {
      return Optional.of("A document was changed: " + named(approval, altered) + ".");
    }
    Case request = cases.of(approval);
    boolean sealBroken =
        approval.state() == ApprovalState.APPROVED
            && request.kind().is(Trait.CAN_BE_OVERTURNED)
            && approvals
                .sealOf(approval.key())
                .filter(seal -> !seal.equals(request.seal()))
                .isPresent();
    return sealBroken
        ? Optional.of("A figure or a text was changed after it was signed.")
        : Optional.empty();
  }

  private String named(Approval approval, List<String> altered) {
    String some =
        altered.stream()
            .limit(MOST_NAMED)
            .map(sha256 -> documents.named(approval, sha256))
            .collect(Collectors.joining(", "));
    return altered.size() <= MOST_NAMED
        ? some
        : "%s and %d more".formatted(some, altered.size() - MOST_NAMED);
  }

  private Approval declareVoid(Approval approval, String because) {
    Approval voided = approval.overturned(ApprovalState.VOID, clock.instant());
    approvals.update(voided);
    approvals.setVoidBecause(voided.key(), because);
    Case overturned = cases.of(voided);
    if (approval.state() == ApprovalState.APPROVED) {
      overturned.kind().overturned(overturned);
    } else {
      overturned.kind().settled(overturned);
      processes.end(approval.processInstanceId(), because);
    }
    List<String> signers = signers(voided);
    entries.voided(voided, because, signers);
    tell(voided, signers);
    return voided;
  }

  /** Who has left the team is not told; if nobody is left who signed, nobody is. */
  private void tell(Approval voided, List<String> signers) {
    Map<String, Set<Role>> team = films.holdersOfRoles(voided.filmId());
    asks(voided, signers, team)
        .filter(
            requester ->
                signers.stream()
                    .anyMatch(person -> team.containsKey(person) && !person.equals(requester)))
        .ifPresent(
            requester ->
                processes.start(
                    ApprovalKind.SIGNATURE_VOID,
                    Map.of("film", voided.filmId(), "voidedApproval", voided.key()),
                    requester));
  }

  /** Who asked for the approval; if they are not there any more, somebody else who may ask. */
  public static Optional<String> asks(
      Approval voided, List<String> signers, Map<String, Set<Role>> team) {
    return team.entrySet().stream()
        .filter(member -> member.getValue().stream().anyMatch(Role::maySubmit))
        .map(Map.Entry::getKey)
        .min(
            Comparator.comparing((String person) -> !person.equals(voided.requester()))
                .thenComparing(signers::contains)
                .thenComparing(Comparator.naturalOrder()));
  }
}
