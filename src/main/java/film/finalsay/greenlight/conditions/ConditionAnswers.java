package film.finalsay.greenlight.conditions;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.forbidden;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.Approval;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.GivenAnswer;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import film.finalsay.film.Documents;
import film.finalsay.film.Films;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import film.finalsay.register.ApprovalRegister;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets conditions, and moves each by what is said of it: reported, confirmed, sent back, waived, or
 * lapsed when nothing was.
 */
@Service
@Transactional
public class ConditionAnswers {

  private static final String REPORT = "userTask_reportCondition";
  private static final String CONFIRM = "userTask_confirmCondition";
  private static final String SETTLE_LAPSED = "userTask_settleLapsedCondition";
  private static final Duration TOLERANCE = Duration.ofMinutes(10);
  private static final int MAX_REFERENCE = 200;

  private final Conditions conditions;
  private final ApprovalRegister register;
  private final Films films;
  private final Documents documents;
  private final Ledger ledger;
  private final Clock clock;

  ConditionAnswers(
      Conditions conditions,
      ApprovalRegister register,
      Films films,
      Documents documents,
      Ledger ledger,
      Clock clock) {
    this.conditions = conditions;
    this.register = register;
    this.films = films;
    this.documents = documents;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Whether what came with an answer can be taken.
   *
   * @throws BusinessRuleException (invalid) naming the field, (forbidden) if it is not for this
   *     person
   */
  @Transactional(readOnly = true)
  public void requireMayAnswer(GivenAnswer answer) {
    if (answer.outcome() == Outcome.APPROVE_WITH_CONDITIONS) {
      read(answer);
    } else if (answer.step().id().equals(REPORT)) {
      requireMayReport(answer);
      evidence(answer);
    } else if (answer.outcome() == Outcome.EXTEND) {
      newDay(answer);
    }
  }

  /** Puts on file what an answer says of conditions. */
  public void answered(GivenAnswer answer) {
    if (answer.outcome() == Outcome.APPROVE_WITH_CONDITIONS) {
      set(answer);
      return;
    }
    if (!Set.of(REPORT, CONFIRM, SETTLE_LAPSED).contains(answer.step().id())) {
      return;
    }
    Condition condition = conditions.one(answer.approval(), answer.about());
    Move move = new Move(answer.person(), clock.instant(), answer.comment());
    switch (answer.outcome()) {
      case CONDITIONS_MET -> save(answer, condition, condition.reported(evidence(answer)));
      case CONFIRM -> save(answer, condition, condition.confirmed(move));
      case RETURN -> save(answer, condition, condition.sentBack(move));
      case WAIVE -> save(answer, condition, condition.waived(move));
      case EXTEND -> save(answer, condition, condition.extended(newDay(answer), move));
      default -> {
        // returned or rejected as a whole: the condition stays as it is
      }
    }
  }

  /**
   * Records that a condition's day has passed before it was confirmed.
   *
   * @throws BusinessRuleException (conflict) while the day lies ahead
   */
  public void lapse(String processInstanceId, String number) {
    Approval approval = register.lockCarriedBy(processInstanceId);
    Condition condition = conditions.one(approval, number);
    if (clock.instant().plus(TOLERANCE).isBefore(condition.lapsesAt())) {
      throw conflict(
          "Condition %d of %s has time until the end of %s (UTC).",
          condition.number(), approval.key(), condition.due());
    }
    Condition lapsed =
        condition.lapsed(
            new Move(null, clock.instant(), "Its day, %s, passed.".formatted(condition.due())));
    conditions.save(approval, lapsed);
    ledger.append(approval.filmId(), moved(approval, condition, lapsed));
  }

  private List<Condition> read(GivenAnswer answer) {
    Map<String, Set<Role>> team = films.holdersOfRoles(answer.approval().filmId());
    List<Condition> before = conditions.current(answer.approval());
    int number = before.isEmpty() ? 0 : before.get(before.size() - 1).number();
    int set = before.isEmpty() ? 1 : before.get(0).setNumber() + 1;
    List<NewCondition> sent = ConditionList.read(answer.sent(), today());
    List<Condition> read = new ArrayList<>();
    for (NewCondition one : sent) {
      int line = read.size() + 1;
      Owner owner = Owner.read(one.owner(), team, answer.person(), line);
      read.add(
          new Condition(
              number + line,
              set,
              one.wording(),
              owner.role().id(),
              owner.person(),
              one.evidence(),
              one.due(),
              ConditionState.OPEN,
              Evidence.NONE,
              Move.NONE));
    }
    return read;
  }

  private void set(GivenAnswer answer) {
    for (Condition condition : read(answer)) {
      conditions.save(answer.approval(), condition);
      ledger.append(
          answer.approval().filmId(),
          Event.of(Happening.CONDITION_SET)
              .on(answer.approval().key())
              .by(answer.person(), answer.role())
              .with("number", condition.number())
              .with("wording", condition.wording())
              .with(
                  "owner",
                  Objects.requireNonNullElse(condition.ownerPerson(), condition.ownerRole()))
              .with("evidence", condition.evidenceAsked())
              .with("due", condition.due()));
    }
  }

  /** Whoever confirms does not report: nobody else would be left to confirm. */
  private void requireMayReport(GivenAnswer answer) {
    Condition condition = conditions.one(answer.approval(), answer.about());
    boolean confirms =
        films
            .rolesOf(answer.person(), answer.approval().filmId())
            .contains(Role.EXECUTIVE_PRODUCER);
    if (confirms && !answer.person().equals(condition.ownerPerson())) {
      throw forbidden(
          "Condition %d is for its owner to report; an executive producer confirms or waives it.",
          condition.number());
    }
  }

  private Evidence evidence(GivenAnswer answer) {
    Inputs sent = answer.sent();
    String document =
        sent.optionalText("document", 64).map(text -> text.toLowerCase(Locale.ROOT)).orElse(null);
    String reference = sent.optionalText("reference", MAX_REFERENCE).orElse(null);
    if (document == null && reference == null) {
      throw invalid(
          "reference", "is missing; evidence is a document of the film or a reference to it.");
    }
    if (document != null && documents.find(answer.approval().filmId(), document).isEmpty()) {
      throw invalid("document", "is no document of the film; upload it first.");
    }
    return new Evidence(answer.person(), clock.instant(), document, reference, answer.comment());
  }

  private LocalDate newDay(GivenAnswer answer) {
    return ConditionList.day(answer.sent(), today(), "the new day");
  }

  private void save(GivenAnswer answer, Condition before, Condition after) {
    conditions.save(answer.approval(), after);
    ledger.append(
        answer.approval().filmId(),
        moved(answer.approval(), before, after)
            .by(answer.person(), answer.role())
            .with("because", answer.comment()));
  }

  private static Event moved(Approval approval, Condition before, Condition after) {
    Event event =
        Event.of(Happening.CONDITION_MOVED)
            .on(approval.key())
            .with("number", after.number())
            .with("from", before.state())
            .with("to", after.state())
            .with("due", after.due());
    return after.state() == ConditionState.REPORTED
        ? event
            .with("document", after.evidence().evidenceSha256())
            .with("reference", after.evidence().evidenceReference())
        : event;
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
