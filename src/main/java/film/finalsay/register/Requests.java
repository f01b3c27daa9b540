package film.finalsay.register;

import static film.finalsay.approval.BusinessRuleException.notFound;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Filing;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import film.finalsay.authority.Ruling;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to a request of any kind, from filing to effect. The film is locked throughout. */
@Service
@Transactional
public class Requests {

  private static final int MAX_KEY = 64;
  private static final String AMENDS = "amends";

  private final RequestKinds kinds;
  private final Cases cases;
  private final ApprovalRepository approvals;
  private final ApprovalRegister register;
  private final Settlements settlements;
  private final Authorities authorities;
  private final Recusals recusals;
  private final Films films;

  Requests(
      RequestKinds kinds,
      Cases cases,
      ApprovalRepository approvals,
      ApprovalRegister register,
      Settlements settlements,
      Authorities authorities,
      Recusals recusals,
      Films films) {
    this.kinds = kinds;
    this.cases = cases;
    this.approvals = approvals;
    this.register = register;
    this.settlements = settlements;
    this.authorities = authorities;
    this.recusals = recusals;
    this.films = films;
  }

  /**
   * A request as its process knows it.
   *
   * @param variables values by variable name; a value is null where there is none
   * @param onFile the names of what was sent that the process does not go by
   */
  public record Filed(String approvalKey, Map<String, Object> variables, Set<String> onFile) {}

  /**
   * Files what is asked for.
   *
   * @throws BusinessRuleException if this person may not ask, a field is wrong, it cannot be asked
   *     for now, or the team could not answer
   */
  public Filed file(ApprovalKind kind, Inputs sent, Filing filing) {
    Film film = films.lockByInput(sent.text("film", 12));
    Role role = films.submitterRole(filing.requester(), film, kinds.of(kind).declared().askedBy());
    kinds.of(kind).requireInTime(film);
    Submission asked =
        kinds.of(kind).submit(new Asking(sent, film, filing.requester(), filing.process(), null));
    requireTermsOfConsent(kinds.of(kind), film, filing.requester(), role, asked, null);
    Approval approval = register.file(kind, film, filing, asked.subject(), asked.amount());
    Case request = onFile(approval, 1, asked, filing.labels());
    register.requested(approval, request.kind().rolesAsked(request));
    authorities.enter(request);
    return filed(request, asked);
  }

  /**
   * What a request would come to.
   *
   * @param because why they decide, a sentence; empty where it is always the same role
   * @param does what it would do, a sentence
   */
  public record Weighed(
      String subject,
      Money amount,
      Role decidedBy,
      Set<Role> consents,
      Set<Role> consulted,
      String because,
      String does) {}

  /**
   * Weighs what somebody would ask for as filing it would, and files nothing.
   *
   * @param sent with the number of the open request that it {@code amends}, if it does
   * @throws BusinessRuleException as filing or amending it would; (not found) if no such kind is
   *     declared, or the film has no such request
   */
  @Transactional(readOnly = true)
  public Weighed preview(String process, Inputs sent, Film film, String person) {
    ApprovalKind asked = kinds.ofProcess(process);
    if (asked.equals(ApprovalKind.GENERAL)) {
      throw notFound("No kind of request is called \"%s\".", process);
    }
    RequestKind kind = kinds.of(asked);
    Case before =
        sent.optionalText(AMENDS, MAX_KEY).map(key -> open(key, asked, film)).orElse(null);
    String requester = before == null ? person : before.approval().requester();
    Role role = films.submitterRole(person, film, kind.declared().askedBy());
    kind.requireInTime(film);
    Submission submission =
        kind.submit(
            new Asking(
                before == null ? sent : inPlaceOf(before, sent), film, requester, process, before));
    if (before == null) {
      register.requireNoneOpen(asked, film);
    }
    Case request = authorities.draft(kind, film, requester, role, submission, before);
    recusals.requireDeciders(request, kind.rolesAsked(request), Set.of());
    return new Weighed(
        submission.subject(),
        submission.amount(),
        kind.decidedBy(request),
        kind.consents(request),
        authorities.consulted(request),
        request.ruling().map(Ruling::because).orElse(""),
        submission.does());
  }

  private Case open(String key, ApprovalKind kind, Film film) {
    Approval approval = register.byKey(key);
    if (!approval.kind().equals(kind) || !approval.filmId().equals(film.id())) {
      throw notFound("There is no approval %s.", key);
    }
    approval.requireOpen();
    return cases.of(approval);
  }

  /**
   * Replaces what was asked for by what is asked for now; the number and the history stay.
   *
   * @throws BusinessRuleException as for {@link #file}; (conflict) unless it was just resubmitted
   */
  public Filed amend(Inputs sent, String processInstanceId) {
    Approval approval = register.lockCarriedBy(processInstanceId);
    Case before = cases.of(approval);
    before.kind().requireInTime(before.film());
    Submission asked =
        before
            .kind()
            .submit(
                new Asking(
                    inPlaceOf(before, sent), before.film(), approval.requester(), null, before));
    requireTermsOfConsent(
        before.kind(),
        before.film(),
        approval.requester(),
        approval.requesterRole(),
        asked,
        before);
    Approval amended = register.amend(approval, asked.subject(), asked.amount());
    Case request = onFile(amended, submission(before), asked, before.content().labels());
    register.amended(amended, request.kind().rolesAsked(request));
    authorities.enter(request);
    return filed(request, asked);
  }

  /**
   * Approves, and in the same transaction does what was approved.
   *
   * @throws BusinessRuleException (conflict) if an answer that it needs is not on record, or it
   *     cannot take effect any more; nothing has changed then
   */
  public void apply(String processInstanceId) {
    Case open = cases.of(register.lockCarriedBy(processInstanceId));
    RequestKind kind = open.kind();
    kind.requireInTime(open.film());
    kind.requireStillPossible(open);
    Runnable following = kind.following(open);
    Approval approval = settlements.settle(open);
    Map<String, String> done = kind.apply(open.with(approval));
    if (!done.isEmpty()) {
      settlements.tookEffect(approval, done);
    }
    following.run();
  }

  /**
   * Whom an authority table names for consent needs terms in the table of consents, which an office
   * may have made before there were such requests.
   */
  private void requireTermsOfConsent(
      RequestKind kind, Film film, String requester, Role role, Submission asked, Case before) {
    if (kind.declared().ruledBy() != null) {
      kind.consents(authorities.draft(kind, film, requester, role, asked, before));
    }
  }

  private static Inputs inPlaceOf(Case before, Inputs sent) {
    Map<String, Object> all = new HashMap<>(before.kind().fields(before));
    all.putAll(sent.all());
    return Inputs.of(all);
  }

  private Case onFile(
      Approval approval, int submission, Submission asked, Map<String, String> labels) {
    approvals.insert(approval.key(), submission, asked.content().labelled(labels));
    authorities.rule(cases.of(approval), asked.ruledWith());
    Case request = cases.of(approval);
    asked.filing().accept(request);
    return request;
  }

  /** It has been resubmitted for what comes now. */
  private static int submission(Case before) {
    return 1
        + (int)
            before.decisions().stream()
                .filter(decision -> decision.outcome() == Outcome.RESUBMIT)
                .count();
  }

  private Filed filed(Case request, Submission asked) {
    Map<String, Object> variables = request.variables();
    variables.putAll(asked.variables());
    // nobody, where a model that asks them may stand with a request that is nobody's to be heard on
    if (request.kind().declared().ruledBy() != null
        || !request.kind().consulted(request).isEmpty()) {
      variables.put("consulted", Role.ids(authorities.consulted(request)));
    }
    Set<String> onFile = new HashSet<>(request.kind().fields(request).keySet());
    onFile.removeAll(variables.keySet());
    return new Filed(request.key(), variables, onFile);
  }
}
