package film.finalsay.register;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Authority;
import film.finalsay.approval.DecisionDesk;
import film.finalsay.approval.HumanStep;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Refusal;
import film.finalsay.approval.RequestOnFile;
import film.finalsay.approval.Role;
import film.finalsay.approval.SeparationOfDuties;
import film.finalsay.film.Films;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules for giving an answer. Answers on one approval are taken one after the other. */
@Service
@Transactional
class ApprovalDesk implements DecisionDesk {

  private static final int MAX_COMMENT = 2000;

  private final ApprovalRegister register;
  private final ApprovalBriefings briefings;
  private final Films films;
  private final Map<ApprovalKind, RequestOnFile> requests;

  ApprovalDesk(
      ApprovalRegister register,
      ApprovalBriefings briefings,
      Films films,
      List<RequestOnFile> requests) {
    this.register = register;
    this.briefings = briefings;
    this.films = films;
    this.requests =
        requests.stream().collect(Collectors.toMap(RequestOnFile::kind, Function.identity()));
  }

  @Override
  public Map<String, String> briefing(String processInstanceId) {
    return briefings.of(register.carriedBy(processInstanceId));
  }

  @Override
  public void take(HumanStep step, String person, Object outcomeSent, Object commentSent) {
    if (person == null) {
      throw Refusal.forbidden("Nobody is logged in, so nobody can answer.");
    }
    Approval approval = register.lockCarriedBy(step.processInstanceId());
    approval.requireOpen();
    Role role = Authority.roleFor(step, approval, person, films.rolesOf(person, approval.filmId()));
    SeparationOfDuties.require(approval, step, register.decisions(approval.key()), person);
    Outcome outcome = outcome(step, outcomeSent);
    register.record(
        approval, step.id(), step.name(), person, role, outcome, comment(outcome, commentSent));
  }

  @Override
  public Map<String, Object> onFile(String processInstanceId) {
    Approval approval = register.carriedBy(processInstanceId);
    Map<String, Object> variables =
        new HashMap<>(requests.get(approval.kind()).variables(approval));
    variables.put("film", approval.filmId());
    variables.put("subject", approval.subject());
    variables.put("requester", approval.requester());
    variables.put("requesterRole", approval.requesterRole().id());
    return variables;
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
    String comment =
        Inputs.of(Collections.singletonMap("comment", sent))
            .optionalText("comment", MAX_COMMENT)
            .orElse("");
    if (comment.isEmpty() && outcome.needsComment()) {
      throw Refusal.invalid(
          "comment", "is missing; whoever answers %s writes why.".formatted(outcome));
    }
    return comment;
  }
}
