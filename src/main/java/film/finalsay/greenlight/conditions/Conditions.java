package film.finalsay.greenlight.conditions;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.GivenAnswer;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Refusal;
import film.finalsay.approval.Role;
import film.finalsay.film.Documents;
import film.finalsay.film.Film;
import film.finalsay.film.FilmSpending;
import film.finalsay.film.Films;
import film.finalsay.film.Phase;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The conditions of a greenlight from the approval that sets them to the last that is met or
 * waived; meanwhile the film's vision is frozen, and nothing of its budget is spent.
 */
@Service("greenlightConditions")
@Transactional
public class Conditions implements FilmSpending {

  private static final String REPORT = "userTask_reportCondition";
  private static final String CONFIRM = "userTask_confirmCondition";
  private static final String SETTLE_LAPSED = "userTask_settleLapsedCondition";
  private static final Duration TOLERANCE = Duration.ofMinutes(10);
  private static final int MAX_REFERENCE = 200;

  private final ConditionRepository conditions;
  private final ApprovalRegister register;
  private final Films films;
  private final Documents documents;
  private final Ledger ledger;
  private final Clock clock;

  Conditions(
      ConditionRepository conditions,
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

  /** In their order, those of an earlier approval on conditions among them. */
  @Transactional(readOnly = true)
  public List<Condition> of(Approval approval, int limit, long offset) {
    return conditions.find(approval.key(), limit, offset);
  }

  /** Those that count: the ones set last. */
  @Transactional(readOnly = true)
  public List<Condition> current(Approval approval) {
    return conditions.findLastSet(approval.key());
  }

  /** The SHA-256 of each document that shows that a condition is met. */
  @Transactional(readOnly = true)
  public Set<String> documents(Approval approval) {
    return current(approval).stream()
        .map(Condition::evidence)
        .filter(Objects::nonNull)
        .map(Evidence::sha256)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /**
   * @throws Refusal (conflict) if there is none with this number
   */
  @Transactional(readOnly = true)
  public Condition one(Approval approval, String number) {
    return Optional.ofNullable(number)
        .filter(text -> text.matches("\\d{1,4}"))
        .flatMap(text -> conditions.find(approval.key(), Integer.parseInt(text)))
        .orElseThrow(
            () -> Refusal.conflict("%s has no condition %s.".formatted(approval.key(), number)));
  }

  @Transactional(readOnly = true)
  public Condition one(String processInstanceId, String number) {
    return one(register.carriedBy(processInstanceId), number);
  }

  /**
   * Whether what came with an answer can be taken.
   *
   * @throws Refusal (invalid) naming the field, (forbidden) if it is not for this person
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
    Condition condition = one(answer.approval(), answer.about());
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
   * @throws Refusal (conflict) while the day lies ahead
   */
  public void lapse(String processInstanceId, String number) {
    films.lock(register.carriedBy(processInstanceId).filmId());
    Approval approval = register.carriedBy(processInstanceId);
    Condition condition = one(approval, number);
    if (clock.instant().plus(TOLERANCE).isBefore(condition.lapsesAt())) {
      throw Refusal.conflict(
          "Condition %d of %s has time until the end of %s (UTC)."
              .formatted(condition.number(), approval.key(), condition.due()));
    }
    Condition lapsed =
        condition.lapsed(
            new Move(null, clock.instant(), "Its day, %s, passed.".formatted(condition.due())));
    conditions.update(approval.key(), lapsed);
    ledger.append(approval.filmId(), moved(approval, condition, lapsed));
  }

  /**
   * Freezes the vision, and lets nothing be spent until the conditions are settled.
   *
   * @return the conditions that count
   * @throws Refusal (conflict) unless the approval was given on conditions, or if the film is
   *     greenlit already
   */
  public List<Condition> begin(Approval approval, Film film, String vision) {
    List<Condition> open = current(approval);
    if (open.isEmpty() || open.stream().allMatch(one -> one.state().isSettled())) {
      throw Refusal.conflict("%s was not approved on conditions.".formatted(approval.key()));
    }
    films.save(film.greenlitOnConditions(vision, clock.instant()));
    conditions.hold(film.id(), approval.key(), film.vision());
    ledger.append(
        film.id(),
        Event.of(Happening.GREENLIT_ON_CONDITIONS)
            .on(approval.key())
            .with("conditions", open.size())
            .with("vision", vision));
    return open;
  }

  /** The film is back in development, if it was this approval that greenlit it on conditions. */
  public void release(Approval approval) {
    Film film = films.lock(approval.filmId());
    conditions
        .findHold(film.id())
        .filter(hold -> hold.approvalKey().equals(approval.key()))
        .ifPresent(
            hold -> {
              films.save(film.backInDevelopment(hold.visionBefore()));
              conditions.release(film.id());
              ledger.append(film.id(), Event.of(Happening.BACK_IN_DEVELOPMENT).on(approval.key()));
            });
  }

  /** The film is greenlit: nothing holds its budget any more. */
  public void settled(Approval approval) {
    conditions
        .findHold(approval.filmId())
        .filter(hold -> hold.approvalKey().equals(approval.key()))
        .ifPresent(hold -> conditions.release(approval.filmId()));
  }

  /**
   * Stands before the effect.
   *
   * @throws Refusal (conflict) naming the first condition that is neither met nor waived, or if the
   *     film is greenlit on the conditions of another approval
   */
  @Transactional(readOnly = true)
  public void requireSettled(Approval approval, Film film) {
    boolean onConditions = approval.state() == ApprovalState.CONDITIONAL;
    current(approval).stream()
        .filter(condition -> onConditions && !condition.state().isSettled())
        .findFirst()
        .ifPresent(
            condition -> {
              throw Refusal.conflict(
                  "%s takes no effect: condition %d is %s, neither met nor waived."
                      .formatted(
                          approval.key(),
                          condition.number(),
                          condition.state().name().toLowerCase(Locale.ROOT)));
            });
    boolean anothers =
        film.phase() == Phase.GREENLIT_ON_CONDITIONS
            && conditions
                .findHold(film.id())
                .filter(hold -> hold.approvalKey().equals(approval.key()))
                .isEmpty();
    if (anothers) {
      film.requireInDevelopment();
    }
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<String> hold(Film film) {
    return conditions
        .findHold(film.id())
        .map(hold -> stillOpen(film, hold.approvalKey()))
        .or(
            () ->
                conditions
                    .findOverturned(film.id())
                    .map(
                        greenlight ->
                            "The greenlight of %s, %s, counts no more; nothing of its budget is spent before it is given anew."
                                .formatted(film.inWords(), greenlight)));
  }

  private String stillOpen(Film film, String approvalKey) {
    List<Condition> all = conditions.findLastSet(approvalKey);
    long open = all.stream().filter(one -> !one.state().isSettled()).count();
    return ("%s is greenlit on conditions, and %d of the %d of %s are open; nothing of its budget is"
            + " spent before all are met or waived.")
        .formatted(film.inWords(), open, all.size(), approvalKey);
  }

  private List<Condition> read(GivenAnswer answer) {
    Map<String, Set<Role>> team = films.holdersOfRoles(answer.approval().filmId());
    List<Condition> before = current(answer.approval());
    int number = before.isEmpty() ? 0 : before.get(before.size() - 1).number();
    int set = before.isEmpty() ? 1 : before.get(0).set() + 1;
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
              owner.role(),
              owner.person(),
              one.evidence(),
              one.due(),
              ConditionState.OPEN,
              null,
              null));
    }
    return read;
  }

  private void set(GivenAnswer answer) {
    for (Condition condition : read(answer)) {
      conditions.insert(answer.approval().key(), condition);
      ledger.append(
          answer.approval().filmId(),
          Event.of(Happening.CONDITION_SET)
              .on(answer.approval().key())
              .by(answer.person(), answer.role())
              .with("number", condition.number())
              .with("wording", condition.wording())
              .with(
                  "owner",
                  condition.ownerPerson() == null
                      ? condition.owner().id()
                      : condition.ownerPerson())
              .with("evidence", condition.evidenceAsked())
              .with("due", condition.due()));
    }
  }

  /** Whoever confirms does not report: nobody else would be left to confirm. */
  private void requireMayReport(GivenAnswer answer) {
    Condition condition = one(answer.approval(), answer.about());
    boolean confirms =
        films
            .rolesOf(answer.person(), answer.approval().filmId())
            .contains(Role.EXECUTIVE_PRODUCER);
    if (confirms && !answer.person().equals(condition.ownerPerson())) {
      throw Refusal.forbidden(
          "Condition %d is for its owner to report; an executive producer confirms or waives it."
              .formatted(condition.number()));
    }
  }

  private Evidence evidence(GivenAnswer answer) {
    Inputs sent = answer.sent();
    String document =
        sent.optionalText("document", 64).map(text -> text.toLowerCase(Locale.ROOT)).orElse(null);
    String reference = sent.optionalText("reference", MAX_REFERENCE).orElse(null);
    if (document == null && reference == null) {
      throw Refusal.invalid(
          "reference", "is missing; evidence is a document of the film or a reference to it.");
    }
    if (document != null && documents.find(answer.approval().filmId(), document).isEmpty()) {
      throw Refusal.invalid("document", "is no document of the film; upload it first.");
    }
    return new Evidence(answer.person(), clock.instant(), document, reference, answer.comment());
  }

  private LocalDate newDay(GivenAnswer answer) {
    LocalDate due =
        answer
            .sent()
            .optionalDate("due")
            .orElseThrow(() -> Refusal.invalid("due", "is missing; the new day is needed."));
    if (due.isBefore(today()) || due.isAfter(today().plusYears(10))) {
      throw Refusal.invalid("due", "has to be a day from %s, within ten years.".formatted(today()));
    }
    return due;
  }

  private void save(GivenAnswer answer, Condition before, Condition after) {
    conditions.update(answer.approval().key(), after);
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
            .with("document", after.evidence().sha256())
            .with("reference", after.evidence().reference())
        : event;
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
