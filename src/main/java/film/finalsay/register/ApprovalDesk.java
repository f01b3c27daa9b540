package film.finalsay.register;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.forbidden;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.Authority;
import film.finalsay.approval.DecisionDesk;
import film.finalsay.approval.Filing;
import film.finalsay.approval.GivenAnswer;
import film.finalsay.approval.HumanStep;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import film.finalsay.approval.TableRuling;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules for giving an answer. Answers on one approval are taken one after the other. */
@Service
@Transactional
class ApprovalDesk implements DecisionDesk {

  private final ApprovalRegister register;
  private final Settlements settlements;
  private final RecordedAnswers answers;
  private final ApprovalBriefings briefings;
  private final Questions questions;
  private final OpenedForms forms;
  private final Cases cases;
  private final RequestKinds kinds;
  private final Requests requests;
  private final Recusals recusals;
  private final StepsInHand hands;
  private final SignedDocuments documents;

  ApprovalDesk(
      ApprovalRegister register,
      Settlements settlements,
      RecordedAnswers answers,
      ApprovalBriefings briefings,
      Questions questions,
      OpenedForms forms,
      Cases cases,
      RequestKinds kinds,
      Requests requests,
      Recusals recusals,
      StepsInHand hands,
      SignedDocuments documents) {
    this.register = register;
    this.settlements = settlements;
    this.answers = answers;
    this.briefings = briefings;
    this.questions = questions;
    this.forms = forms;
    this.cases = cases;
    this.kinds = kinds;
    this.requests = requests;
    this.recusals = recusals;
    this.hands = hands;
    this.documents = documents;
  }

  @Override
  public Optional<String> number(String processInstanceId) {
    return register.found(processInstanceId).map(Approval::key);
  }

  @Override
  public ApprovalKind kindOf(String processId) {
    return kinds.ofProcess(processId);
  }

  @Override
  public String file(Filing filing, String filmId, Map<String, Object> sent) {
    Map<String, Object> all = new HashMap<>(sent);
    all.put("film", filmId);
    return requests.file(ApprovalKind.GENERAL, Inputs.of(all), filing).approvalKey();
  }

  @Override
  public Map<String, String> ask(HumanStep step, String about) {
    Case request = cases.of(register.carriedBy(step.processInstanceId()));
    questions.ask(step, request, about);
    request.kind().asked(request, step);
    return briefings.card(request, about);
  }

  @Override
  public Map<String, String> open(HumanStep step, String person, Collection<String> names) {
    return forms.open(step, person, names);
  }

  @Override
  public Map<String, String> shown(String taskId, String person) {
    return forms.lastShown(taskId, person).texts();
  }

  @Override
  public void hold(String processInstanceId) {
    register
        .found(processInstanceId)
        .map(Approval::processInstanceId)
        .ifPresent(register::lockCarriedBy);
  }

  @Override
  public boolean isAsked(String taskId) {
    return questions.isAsked(taskId);
  }

  @Override
  public void mayTakeInHand(HumanStep step, String person) {
    hands.requireMayTake(step, register.carriedBy(step.processInstanceId()), person);
  }

  @Override
  public boolean mayKeepInHand(HumanStep step) {
    return hands.mayKeep(step, register.carriedBy(step.processInstanceId()));
  }

  @Override
  public void mayGiveBack(HumanStep step, String person) {
    hands.requireMayGiveBack(step, register.carriedBy(step.processInstanceId()), person);
  }

  @Override
  public void take(HumanStep step, String person, Map<String, Object> sent) {
    if (person == null) {
      throw forbidden("Nobody is logged in, so nobody can answer.");
    }
    Approval approval =
        register
            .lockFound(step.processInstanceId())
            // what was called to ask is over with the answer
            .orElseThrow(() -> conflict("Somebody else was faster; this step is over."));
    questions.requireOpen(step, approval);
    approval.requireOpen();
    questions.requireTheirs(step, approval, person);
    Role role = hands.roleAt(step, approval, person);
    hands.requireAnotherPairOfEyes(step, approval, person);
    recusals.require(approval, step, person);
    Outcome outcome = outcome(step, approval.kind(), sent.get("decision"));
    String comment = comment(outcome, sent.get("comment"));
    GivenAnswer given =
        new GivenAnswer(
            approval,
            step,
            questions.about(step, approval),
            person,
            role,
            outcome,
            comment,
            Inputs.of(sent));
    Case request = cases.of(approval);
    request.kind().requireMayAnswer(request, given);
    if (outcome.agrees()) {
      documents.requireIntact(approval);
      request.kind().requireInTime(request.film());
    }
    Question question =
        questions.answer(
            step, approval, person, outcome, () -> forms.subjectRead(step.taskId(), person));
    ShownForm shown = forms.lastShown(step.taskId(), person);
    shown.requireNotSentOtherwise(sent);
    answers.record(
        approval,
        answers.answer(
            approval,
            step.id(),
            question.named(step),
            person,
            role,
            Authority.askedRole(step, role),
            outcome,
            comment),
        shown.sha256());
    request.kind().answered(request, given);
    if (outcome == Outcome.RESUBMIT && approval.kind().equals(ApprovalKind.GENERAL)) {
      requests.amend(Inputs.of(sent), approval.processInstanceId());
    }
  }

  @Override
  public Map<String, Object> onFile(String processInstanceId, Predicate<String> known) {
    Case request = cases.of(register.carriedBy(processInstanceId));
    Map<String, Object> variables = new HashMap<>(request.kind().fields(request));
    variables.keySet().removeIf(known.negate());
    variables.putAll(request.variables());
    return variables;
  }

  @Override
  public Map<String, Object> onFileOfOne(HumanStep step) {
    Approval approval = register.carriedBy(step.processInstanceId());
    Case request = cases.of(approval);
    return request.kind().variables(request, step, questions.about(step, approval));
  }

  /** Where the product itself asks the table, it enters what that comes to. */
  @Override
  public void ruled(String processInstanceId, TableRuling ruling) {
    if (register.isFiled(processInstanceId)) {
      register.ruled(register.carriedBy(processInstanceId), ruling);
    }
  }

  @Override
  public void ended(
      String processInstanceId,
      ApprovalKind kind,
      ApprovalState meaning,
      boolean cancelled,
      String cancelledBy) {
    if (!register.isFiled(processInstanceId)) {
      if (!cancelled && !kind.equals(ApprovalKind.GENERAL)) {
        throw conflict("This process would end without having asked anybody.");
      }
      return;
    }
    Approval approval = register.lockCarriedBy(processInstanceId);
    if (approval.state().isFinal()) {
      return;
    }
    if (cancelled) {
      settlements.abandon(approval, cancelledBy);
    } else if (approval.kind().equals(ApprovalKind.GENERAL)) {
      settlements.conclude(approval, meaning);
    } else {
      throw conflict("%s would end without having been settled.", approval.key());
    }
  }

  private static Outcome outcome(HumanStep step, ApprovalKind kind, Object sent) {
    List<Outcome> outcomes = step.outcomes().stream().filter(kind::takes).toList();
    String allowed = outcomes.stream().map(Enum::name).collect(Collectors.joining(", "));
    if (sent == null || (sent instanceof String text && text.isBlank())) {
      throw invalid("decision", "is missing; allowed here are %s.", allowed);
    }
    return Outcome.of(sent.toString())
        .filter(outcomes::contains)
        .filter(outcome -> !outcome.isByDeadline())
        .orElseThrow(
            () -> invalid("decision", "is none of the answers allowed here: %s.", allowed));
  }

  private static String comment(Outcome outcome, Object sent) {
    String comment =
        Inputs.of(Collections.singletonMap("comment", sent)).optionalLongText("comment").orElse("");
    if (comment.isEmpty() && outcome.needsComment()) {
      throw invalid("comment", "is missing; this answer needs a reason.");
    }
    return comment;
  }
}
