package film.finalsay.register.web;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.Decision;
import film.finalsay.approval.OpenSteps;
import film.finalsay.approval.OpenSteps.OpenStep;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Withheld;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.film.web.Viewers;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.Withdrawals;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
@Tag(name = "Approvals")
class ApprovalController {

  private final ApprovalRegister register;
  private final Films films;
  private final OpenSteps openSteps;
  private final Withdrawals withdrawals;
  private final Withheld withheld;

  ApprovalController(
      ApprovalRegister register,
      Films films,
      OpenSteps openSteps,
      Withdrawals withdrawals,
      Withheld withheld) {
    this.withheld = withheld;
    this.withdrawals = withdrawals;
    this.register = register;
    this.films = films;
    this.openSteps = openSteps;
  }

  /**
   * @param person null where a deadline passed in silence
   * @param outcome null, as the comment, where it is withheld
   * @param withheld whether it is a vote that is hidden until the votes are counted
   */
  record DecisionView(
      String step,
      String stepName,
      String person,
      String role,
      Outcome outcome,
      String comment,
      boolean withheld,
      Instant decidedAt) {

    static DecisionView of(Decision decision, Map<String, Instant> votesHidden) {
      boolean withheld =
          Withheld.covers(
              votesHidden, decision.approvalKey(), decision.outcome(), decision.decidedAt());
      return new DecisionView(
          decision.step(),
          decision.stepName(),
          decision.person(),
          decision.role().id(),
          withheld ? null : decision.outcome(),
          withheld ? null : decision.comment(),
          withheld,
          decision.decidedAt());
    }
  }

  /**
   * @param amount decimal string in the currency; null where no money moves
   * @param waitingFor the open steps; empty once it is settled
   */
  record ApprovalView(
      String key,
      String kind,
      String film,
      String subject,
      String requester,
      String requesterRole,
      ApprovalState state,
      String amount,
      String currency,
      Instant requestedAt,
      Instant settledAt,
      List<OpenStep> waitingFor,
      List<DecisionView> decisions) {}

  @GetMapping("/approvals/{key}")
  @Operation(summary = "An approval with its decisions, and where it stands now")
  ApprovalView one(@PathVariable String key, Authentication login) {
    Approval approval = register.byKey(key);
    Film film = films.seenBy(Viewers.of(login), approval.filmId());
    return view(
        approval,
        film,
        openSteps.of(Set.of(key)),
        register.decisions(Set.of(key)),
        withheld.votesSince(Set.of(key)));
  }

  @PostMapping("/approvals/{key}/withdrawal")
  @Operation(
      summary = "Withdraw a request, as the person who asked",
      description = "Body: comment, why; may be left out. The money that it holds is free again.")
  ApprovalView withdraw(
      @PathVariable String key,
      @RequestBody(required = false) Map<String, Object> body,
      Authentication login) {
    Film film = films.seenBy(Viewers.of(login), register.byKey(key).filmId());
    Approval withdrawn = withdrawals.withdraw(key, login.getName(), body == null ? Map.of() : body);
    return view(
        withdrawn,
        film,
        Map.of(),
        register.decisions(Set.of(key)),
        withheld.votesSince(Set.of(key)));
  }

  @GetMapping("/films/{film}/approvals")
  @Operation(summary = "A film's approvals, the newest first")
  Page<ApprovalView> ofFilm(
      @PathVariable String film,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Authentication login) {
    Paging paging = new Paging(page, size);
    Film seen = films.seenBy(Viewers.of(login), film);
    List<Approval> found = register.ofFilm(seen.id(), paging.limit(), paging.offset());
    Map<String, List<OpenStep>> open =
        openSteps.of(
            found.stream()
                .filter(approval -> !approval.state().isFinal())
                .map(Approval::key)
                .collect(Collectors.toSet()));
    List<String> keys = found.stream().map(Approval::key).toList();
    Map<String, List<Decision>> decisions = register.decisions(keys);
    Map<String, Instant> hidden = withheld.votesSince(keys);
    return Page.of(found, paging, approval -> view(approval, seen, open, decisions, hidden));
  }

  private static ApprovalView view(
      Approval approval,
      Film film,
      Map<String, List<OpenStep>> open,
      Map<String, List<Decision>> decisions,
      Map<String, Instant> votesHidden) {
    return new ApprovalView(
        approval.key(),
        approval.kind().name(),
        approval.filmId(),
        approval.subject(),
        approval.requester(),
        approval.requesterRole().id(),
        approval.state(),
        approval.amount() == null ? null : approval.amount().plain(),
        film.currency().getCurrencyCode(),
        approval.requestedAt(),
        approval.settledAt(),
        open.getOrDefault(approval.key(), List.of()),
        decisions.getOrDefault(approval.key(), List.of()).stream()
            .map(decision -> DecisionView.of(decision, votesHidden))
            .toList());
  }
}
