package film.finalsay.reopening;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Decision;
import film.finalsay.approval.Filing;
import film.finalsay.approval.GreenlightPart;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.Dependencies;
import film.finalsay.register.ReopenedApprovals;
import film.finalsay.register.Settlements;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Requests to open again what was approved, from filing to effect. */
@Service
@Transactional
public class Reopenings {

  private final ReopeningRepository reopenings;
  private final Films films;
  private final ApprovalRegister register;
  private final Settlements settlements;
  private final ReopenedApprovals approved;
  private final Dependencies dependencies;
  private final GreenlightConsents consents;

  Reopenings(
      ReopeningRepository reopenings,
      Films films,
      ApprovalRegister register,
      Settlements settlements,
      ReopenedApprovals approved,
      Dependencies dependencies,
      GreenlightConsents consents) {
    this.reopenings = reopenings;
    this.films = films;
    this.register = register;
    this.settlements = settlements;
    this.approved = approved;
    this.dependencies = dependencies;
    this.consents = consents;
  }

  /** A request as it is on file. */
  public record Filed(Approval approval, Reopening reopening) {}

  /**
   * Files the request. The parties on the team whose greenlight is based on what is opened again,
   * or is opened again itself, have to consent.
   *
   * @throws BusinessRuleException if a field is wrong, the approval cannot be opened again,
   *     somebody has asked already, or nobody could decide it
   */
  public Filed file(Inputs inputs, Filing filing) {
    Film film = films.lock(films.byInput(inputs.text("film", 12)).id());
    films.submitterRole(filing.requester(), film);
    String key = inputs.text("approval", 40);
    Approval reopened = approved(film, key);
    reopenings
        .findOpen(key)
        .ifPresent(
            asked -> {
              throw BusinessRuleException.conflict(
                  "%s is asked to be opened again already, by %s.".formatted(key, asked));
            });
    Reopening reopening = new Reopening(key, inputs.longText("reason"));
    Approval approval =
        register.file(
            ApprovalKind.REOPENING,
            film,
            filing,
            "Open again %s: %s".formatted(key, reopened.subject()),
            reopened.amount());
    reopenings.insert(approval.key(), reopening);
    register.requested(approval, consents.after(List.of(Role.EXECUTIVE_PRODUCER), approval));
    return new Filed(approval, reopening);
  }

  /**
   * Opens it again, and, if the executive producer said so, everything that is approved and rests
   * on it.
   *
   * @throws BusinessRuleException (conflict) if the executive producer's answer or a consent is not
   *     on record, or it is not approved any more
   */
  public void reopen(String processInstanceId) {
    Film film = films.lock(register.carriedBy(processInstanceId).filmId());
    Reopening reopening = onFile(register.carriedBy(processInstanceId));
    Approval approval =
        settlements.approve(
            processInstanceId,
            ApprovalKind.REOPENING,
            Role.EXECUTIVE_PRODUCER,
            consents.required(processInstanceId));
    Approval reopened = approved(film, reopening.reopens());
    List<Approval> dependents = withDependents(approval) ? approvedDependents(reopened) : List.of();
    approved.reopen(reopened, approval);
    dependents.forEach(dependent -> approved.reopen(dependent, approval));
    settlements.tookEffect(
        approval,
        Map.of(
            "reopened",
            Stream.concat(Stream.of(reopened), dependents.stream())
                .map(Approval::key)
                .collect(Collectors.joining(","))));
  }

  @Transactional(readOnly = true)
  public Reopening onFile(Approval approval) {
    return reopenings.find(approval.key());
  }

  /**
   * The kinds of approval that are decided upon: its own, what is opened again, what rests on it.
   */
  @Transactional(readOnly = true)
  public Set<ApprovalKind> matters(Approval approval) {
    Approval reopened = register.byKey(onFile(approval).reopens());
    Set<ApprovalKind> matters = EnumSet.of(ApprovalKind.REOPENING, reopened.kind());
    dependencies.dependents(reopened).forEach(dependent -> matters.add(dependent.kind()));
    return matters;
  }

  /** The part that it opens again of what a greenlight is based on; empty if none. */
  @Transactional(readOnly = true)
  public Optional<GreenlightPart> changes(Approval approval) {
    return switch (register.byKey(onFile(approval).reopens()).kind()) {
      case GREENLIGHT -> Optional.of(GreenlightPart.WHOLE);
      case SCRIPT_APPROVAL -> Optional.of(GreenlightPart.SCRIPT);
      default -> Optional.empty();
    };
  }

  /** What rests on what is opened again, as it stands now. */
  @Transactional(readOnly = true)
  public List<Approval> dependents(Approval approval) {
    return dependencies.dependents(register.byKey(onFile(approval).reopens()));
  }

  /**
   * The whole of what is asked for, as texts by name: what is approved and rests on it, too. What
   * is open may come and go, and is held up by its own gate.
   */
  @Transactional(readOnly = true)
  public Map<String, String> subject(Approval approval) {
    Reopening reopening = onFile(approval);
    Map<String, String> subject = new HashMap<>();
    subject.put("film", approval.filmId());
    subject.put("approval", reopening.reopens());
    subject.put("reason", reopening.reason());
    subject.put(
        "dependents",
        approvedDependents(register.byKey(reopening.reopens())).stream()
            .map(Approval::key)
            .collect(Collectors.joining(",")));
    return subject;
  }

  private Approval approved(Film film, String key) {
    Approval approval = register.byKey(key);
    if (!approval.filmId().equals(film.id())) {
      throw BusinessRuleException.invalid(
          "approval", "%s has no approval \"%s\".".formatted(film.inWords(), key));
    }
    approved.requireReopenable(approval);
    return approval;
  }

  private List<Approval> approvedDependents(Approval reopened) {
    return dependencies.dependents(reopened).stream()
        .filter(dependent -> dependent.state() == ApprovalState.APPROVED)
        .toList();
  }

  private boolean withDependents(Approval approval) {
    return register.decisions(approval.key()).stream()
        .map(Decision::outcome)
        .anyMatch(Outcome.APPROVE_WITH_DEPENDENTS::equals);
  }
}
