package film.finalsay.register.web;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.Decision;
import film.finalsay.approval.Money;
import film.finalsay.approval.OpenSteps;
import film.finalsay.approval.OpenSteps.OpenStep;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.PlainText;
import film.finalsay.approval.Role;
import film.finalsay.approval.Withheld;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.film.Viewer;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.Withdrawals;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import film.finalsay.web.Sent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
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
      Role role,
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
          decision.role(),
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
      ApprovalKind kind,
      String film,
      String subject,
      String requester,
      Role requesterRole,
      ApprovalState state,
      Money amount,
      Currency currency,
      Instant requestedAt,
      Instant settledAt,
      List<OpenStep> waitingFor,
      List<DecisionView> decisions) {}

  record Withdrawal(@Size(max = PlainText.LONG) String comment) {}

  @GetMapping("/approvals/{key}")
  @Operation(summary = "An approval with its decisions, and where it stands now")
  ApprovalView one(Approval approval) {
    return view(approval, openSteps.of(Set.of(approval.key())));
  }

  @PostMapping("/approvals/{key}/withdrawal")
  @Operation(
      summary = "Withdraw a request, as the person who asked",
      description = "A comment may say why. The money that it holds is free again.")
  ApprovalView withdraw(
      Approval approval, @RequestBody(required = false) Sent<Withdrawal> body, Viewer viewer) {
    return view(
        withdrawals.withdraw(
            approval.key(), viewer.person(), body == null ? Map.of() : body.fields()),
        Map.of());
  }

  private ApprovalView view(Approval approval, Map<String, List<OpenStep>> open) {
    Set<String> key = Set.of(approval.key());
    return view(
        approval,
        films.byInput(approval.filmId()),
        open,
        register.decisions(key),
        withheld.votesSince(key));
  }

  @GetMapping("/films/{film}/approvals")
  @Operation(summary = "A film's approvals, the newest first")
  Page<ApprovalView> ofFilm(Film film, Paging paging) {
    List<Approval> found = register.ofFilm(film.id(), paging.limit(), paging.offset());
    Map<String, List<OpenStep>> open =
        openSteps.of(
            found.stream()
                .filter(approval -> !approval.state().isFinal())
                .map(Approval::key)
                .collect(Collectors.toSet()));
    List<String> keys = found.stream().map(Approval::key).toList();
    Map<String, List<Decision>> decisions = register.decisions(keys);
    Map<String, Instant> hidden = withheld.votesSince(keys);
    return Page.of(found, paging, approval -> view(approval, film, open, decisions, hidden));
  }

  private static ApprovalView view(
      Approval approval,
      Film film,
      Map<String, List<OpenStep>> open,
      Map<String, List<Decision>> decisions,
      Map<String, Instant> votesHidden) {
    return new ApprovalView(
        approval.key(),
        approval.kind(),
        approval.filmId(),
        approval.subject(),
        approval.requester(),
        approval.requesterRole(),
        approval.state(),
        approval.amount(),
        film.currency(),
        approval.requestedAt(),
        approval.settledAt(),
        open.getOrDefault(approval.key(), List.of()),
        decisions.getOrDefault(approval.key(), List.of()).stream()
            .map(decision -> DecisionView.of(decision, votesHidden))
            .toList());
  }
}
