package film.finalsay.reopening;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.Decision;
import film.finalsay.approval.GreenlightPart;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.Asking;
import film.finalsay.register.Case;
import film.finalsay.register.Content;
import film.finalsay.register.Declaration;
import film.finalsay.register.Declaration.Trait;
import film.finalsay.register.Dependencies;
import film.finalsay.register.ReopenedApprovals;
import film.finalsay.register.RequestKind;
import film.finalsay.register.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Asks to open again what was approved, which nothing else can do: alone, or, if the executive
 * producer says so, with everything approved that is based on it. The parties on the team whose
 * greenlight is based on it, or is opened again itself, consent.
 */
@Component
class ReopeningRequest implements RequestKind {

  private static final String APPROVAL = "approval";
  private static final String REASON = "reason";

  private final ApprovalRegister register;
  private final ReopenedApprovals approved;
  private final Dependencies dependencies;
  private final GreenlightConsents consents;

  ReopeningRequest(
      ApprovalRegister register,
      ReopenedApprovals approved,
      Dependencies dependencies,
      GreenlightConsents consents) {
    this.register = register;
    this.approved = approved;
    this.dependencies = dependencies;
    this.consents = consents;
  }

  @Override
  public Declaration declared() {
    return Declaration.of(ApprovalKind.REOPENING, "RO", Trait.GOES_ON_AFTER_DELIVERY)
        .changing(Set.of(ApprovalKind.REOPENING.name()));
  }

  @Override
  public Submission submit(Asking asking) {
    String key = asking.sent().text(APPROVAL, 40);
    Approval reopened = register.byKey(key);
    if (!reopened.filmId().equals(asking.film().id())) {
      throw invalid(APPROVAL, "%s has no approval \"%s\".", asking.film().inWords(), key);
    }
    approved.requireReopenable(reopened);
    requireNotAsked(asking, key);
    return Submission.of(
        "Open again %s: %s".formatted(key, reopened.subject()),
        reopened.amount(),
        Content.of(APPROVAL, key).with(REASON, asking.sent().longText(REASON)));
  }

  private void requireNotAsked(Asking asking, String key) {
    register.filed(asking.film(), kind()).stream()
        .filter(other -> other.approval().state() == ApprovalState.PENDING)
        .filter(other -> other.content().text(APPROVAL).equals(key))
        .findFirst()
        .ifPresent(
            other -> {
              throw conflict(
                  "There is an open request already to open %s again: %s.", key, other.key());
            });
  }

  @Override
  public List<Role> rolesAsked(Case request) {
    return consents.after(List.of(Role.EXECUTIVE_PRODUCER), request);
  }

  @Override
  public Set<Role> consents(Case request) {
    return consents.required(request);
  }

  @Override
  public Map<String, Object> variables(Case request) {
    return request.content().values();
  }

  /**
   * What is approved and based on it, too. What is open may come and go, and is held up by its own
   * gate.
   */
  @Override
  public Map<String, String> subject(Case request) {
    Map<String, String> subject = RequestKind.super.subject(request);
    subject.put("dependents", keys(approvedDependents(request)));
    return subject;
  }

  /** What is opened again and why, what rests on it, and who has to consent. */
  @Override
  public Map<String, String> brief(Case request) {
    Approval reopened = reopened(request);
    List<Approval> dependents = dependencies.dependents(reopened);
    return Map.of(
        "reopensText",
        line(reopened),
        "consequenceText",
        consequence(reopened, dependents),
        "reasonText",
        Markdown.plain(request.content().text(REASON)),
        "dependentsText",
        dependents.isEmpty()
            ? "Nothing."
            : dependents.stream()
                .map(dependent -> "- " + line(dependent))
                .collect(Collectors.joining("\n")),
        "consentsText",
        consents.inWords(request));
  }

  private static String consequence(Approval reopened, List<Approval> dependents) {
    boolean greenlit =
        dependents.stream()
            .filter(dependent -> dependent.kind().equals(ApprovalKind.GREENLIGHT))
            .anyMatch(dependent -> dependent.state() == ApprovalState.APPROVED);
    if (reopened.kind().equals(ApprovalKind.GREENLIGHT)) {
      return "The film goes back to development, and nothing of its budget is spent until it is"
          + " greenlit anew.";
    }
    return greenlit
        ? "Alone: the greenlight stands on what was approved. With all that rests on it: the film"
            + " goes back to development, and nothing of its budget is spent until it is greenlit"
            + " anew."
        : "The approval no longer counts; a new version can be approved in its place.";
  }

  private static String line(Approval approval) {
    return "%s, %s (%s)"
        .formatted(
            approval.key(),
            Markdown.row(approval.subject()),
            approval.state().name().toLowerCase(Locale.ROOT));
  }

  /** What is opened again, and what is based on it: who may not give it may not take it back. */
  @Override
  public Set<ApprovalKind> matters(Case request) {
    Approval reopened = reopened(request);
    Set<ApprovalKind> matters = new TreeSet<>(Set.of(kind()));
    matters.add(reopened.kind());
    dependencies.dependents(reopened).forEach(dependent -> matters.add(dependent.kind()));
    return matters;
  }

  @Override
  public Optional<GreenlightPart> changes(Case request) {
    ApprovalKind reopened = reopened(request).kind();
    if (reopened.equals(ApprovalKind.GREENLIGHT)) {
      return Optional.of(GreenlightPart.WHOLE);
    }
    return reopened.equals(ApprovalKind.SCRIPT_APPROVAL)
        ? Optional.of(GreenlightPart.SCRIPT)
        : Optional.empty();
  }

  @Override
  public Map<String, String> apply(Case request) {
    approved.requireReopenable(reopened(request));
    List<Approval> all = new ArrayList<>(List.of(reopened(request)));
    if (withDependents(request)) {
      all.addAll(approvedDependents(request));
    }
    all.forEach(one -> approved.reopen(one, request.approval()));
    return Map.of("reopened", keys(all));
  }

  private Approval reopened(Case request) {
    return register.byKey(request.content().text(APPROVAL));
  }

  private List<Approval> approvedDependents(Case request) {
    return dependencies.dependents(reopened(request)).stream()
        .filter(dependent -> dependent.state() == ApprovalState.APPROVED)
        .toList();
  }

  private static boolean withDependents(Case request) {
    return request.decisions().stream()
        .map(Decision::outcome)
        .anyMatch(Outcome.APPROVE_WITH_DEPENDENTS::equals);
  }

  private static String keys(List<Approval> approvals) {
    return approvals.stream().map(Approval::key).collect(Collectors.joining(","));
  }
}
