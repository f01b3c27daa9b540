package film.finalsay.schedule.change;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Money;
import film.finalsay.approval.Role;
import film.finalsay.authority.AuthorityTable;
import film.finalsay.authority.Ruling;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.engine.tables.TableProbe.Figure;
import film.finalsay.film.Film;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.Asking;
import film.finalsay.register.Case;
import film.finalsay.register.Content;
import film.finalsay.register.Declaration;
import film.finalsay.register.Declaration.Trait;
import film.finalsay.register.RequestKind;
import film.finalsay.register.Submission;
import film.finalsay.schedule.Schedule;
import film.finalsay.schedule.ScheduleContent;
import film.finalsay.schedule.ScheduleDifference;
import film.finalsay.schedule.ScheduleDifference.Change;
import film.finalsay.schedule.Schedules;
import film.finalsay.schedule.report.ShootingProgress;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Asks for another version of the schedule in place of the locked one. Days and money count
 * together since the executive producer's last lock, so that splitting a change does not lower
 * whose decision it is.
 */
@Component
class ScheduleChangeRequest implements RequestKind {

  private static final ApprovalKind KIND = new ApprovalKind("SCHEDULE_CHANGE");
  private static final String VERSION = "version";
  private static final String CAUSE = "cause";
  private static final String DELIVERY_DATE = "deliveryDate";
  private static final String COST = "cost";
  private static final String WRAP_DATE_BEFORE = "wrapDateBefore";

  private static final String DAYS = "days";
  private static final String MONEY = "money";
  private static final String WRAP_MOVES = "wrapMoves";
  private static final String DELIVERY_MOVES = "deliveryMoves";
  private static final List<Object> YES_OR_NO = List.of(true, false);

  private static final AuthorityTable TABLE =
      new AuthorityTable(
          "schedule-change-authority",
          Map.of(MONEY, YES_OR_NO, WRAP_MOVES, YES_OR_NO, DELIVERY_MOVES, YES_OR_NO),
          List.of(Figure.fromZero(DAYS), Figure.fromZero(COST)));

  private final Schedules schedules;
  private final ScheduleContent contents;
  private final ChangeCosts costs;
  private final ShootingProgress progress;
  private final GreenlightConsents consents;
  private final ApprovalRegister register;

  ScheduleChangeRequest(
      Schedules schedules,
      ScheduleContent contents,
      ChangeCosts costs,
      ShootingProgress progress,
      GreenlightConsents consents,
      ApprovalRegister register) {
    this.schedules = schedules;
    this.contents = contents;
    this.costs = costs;
    this.progress = progress;
    this.consents = consents;
    this.register = register;
  }

  @Override
  public Declaration declared() {
    return Declaration.of(KIND, "SC", Trait.ONE_AT_A_TIME)
        .ruledBy(TABLE)
        .changing(Set.of(KIND.name()));
  }

  @Override
  public Submission submit(Asking asking) {
    Film film = asking.film();
    Schedule locked = locked(film);
    int number =
        asking
            .sent()
            .optionalOrdinal(VERSION)
            .orElseThrow(
                () -> invalid(VERSION, "is missing; the number of a schedule version is needed."));
    Schedule schedule = contents.version(film, VERSION, number);
    ScheduleDifference difference = requireChangeable(film, locked, schedule);
    String cause = asking.sent().longText(CAUSE);
    LocalDate delivery = delivery(asking, schedule);
    Map<String, Money> cost = costs.read(asking.sent(), film);
    Money total = cost.values().stream().reduce(film.zero(), Money::plus);
    Content content =
        contents
            .of(film, schedule)
            .with(VERSION, number)
            .with(CAUSE, cause)
            .with(WRAP_DATE_BEFORE, locked.wrapDate())
            .with("daysAdded", difference.days(Change.ADDED))
            .with("daysDropped", difference.days(Change.DROPPED))
            .with(DELIVERY_DATE, delivery)
            .with(COST, total.plain())
            .with(ChangeCosts.COSTS, cost.isEmpty() ? null : lines(cost))
            .with(
                ChangeCosts.BUDGET_CHANGE,
                asking.sent().optionalText(ChangeCosts.BUDGET_CHANGE, 40).orElse(null));
    boolean free = total.minor() == 0;
    return Submission.of(
            "Change the schedule of %s to version %d: %s"
                .formatted(film.title(), number, schedule.inWords()),
            free ? null : total,
            content)
        .ruledWith(asked(film, locked, schedule, total, delivery != null))
        .doing(
            "Version %d would be the schedule by which %s is shot, with %d shooting days planned and the wrap on %s."
                .formatted(number, film.title(), schedule.days().size(), schedule.wrapDate()));
  }

  /** What adds neither days nor money is not raised by what was added before. */
  private Map<String, Object> asked(
      Film film, Schedule locked, Schedule schedule, Money cost, boolean deliveryMoves) {
    Optional<Case> lock = lastLock(film);
    int before = lock.map(one -> one.content().number("shootingDays")).orElse(locked.days().size());
    int more = schedule.days().size() - locked.days().size();
    int days = more <= 0 ? 0 : Math.max(more, schedule.days().size() - before);
    boolean money = cost.minor() > 0;
    Money all = money ? cost.plus(spent(film, lock)) : cost;
    return Map.of(
        DAYS, String.valueOf(days),
        COST, all.plain(),
        MONEY, money,
        WRAP_MOVES, schedule.wrapDate().isAfter(locked.wrapDate()),
        DELIVERY_MOVES, deliveryMoves);
  }

  private Optional<Case> lastLock(Film film) {
    return register.filed(film, ApprovalKind.SCHEDULE_LOCK).stream()
        .filter(one -> one.approval().state() == ApprovalState.APPROVED)
        .max(Comparator.comparing((Case one) -> one.approval().settledAt()));
  }

  /** By the changes that were approved since the last lock. */
  private Money spent(Film film, Optional<Case> lock) {
    Instant since = lock.map(one -> one.approval().settledAt()).orElse(Instant.EPOCH);
    return register.filed(film, KIND).stream()
        .filter(one -> one.approval().state() == ApprovalState.APPROVED)
        .filter(one -> one.approval().settledAt().isAfter(since))
        .map(one -> one.content().money(COST, film.currency()))
        .reduce(film.zero(), Money::plus);
  }

  /** The wrap is the guarantor's risk, so it is never moved at the producer's level. */
  @Override
  public void requireRuling(Map<String, Object> asked, Ruling ruling) {
    boolean moves =
        Boolean.TRUE.equals(asked.get(WRAP_MOVES))
            || Boolean.TRUE.equals(asked.get(DELIVERY_MOVES));
    if (moves && ruling.decidedBy() == Role.PRODUCER) {
      throw conflict("A producer does not move the wrap date or the delivery date.");
    }
  }

  @Override
  public List<Role> rolesAsked(Case request) {
    return consents.after(RequestKind.super.rolesAsked(request), request);
  }

  @Override
  public Set<Role> consents(Case request) {
    return consents.required(request);
  }

  @Override
  public Set<String> accounts(Case request) {
    return read(request).keySet();
  }

  @Override
  public Set<String> basedOn(Case request) {
    return request.content().find(ChangeCosts.BUDGET_CHANGE).map(Set::of).orElse(Set.of());
  }

  @Override
  public Map<String, Object> fields(Case request) {
    Map<String, Object> fields = new HashMap<>();
    Content content = request.content();
    fields.put(VERSION, content.number(VERSION));
    for (String field :
        List.of(CAUSE, DELIVERY_DATE, ChangeCosts.COSTS, ChangeCosts.BUDGET_CHANGE)) {
      fields.put(field, content.find(field).orElse(null));
    }
    return fields;
  }

  @Override
  public Map<String, String> brief(Case request) {
    return Map.of("consentsText", consents.inWords(request));
  }

  @Override
  public Map<String, String> apply(Case request) {
    Film film = request.film();
    Schedule schedule = contents.version(film, VERSION, request.content().number(VERSION));
    requireChangeable(film, locked(film), schedule);
    contents.requireAsFiled(request, schedule);
    costs.requireThere(film, request.content(), read(request));
    schedules.lock(film, schedule.version(), request.key());
    progress.recount(film, request.key(), null, null);
    return contents.done(schedule);
  }

  private Schedule locked(Film film) {
    return schedules
        .locked(film)
        .orElseThrow(
            () ->
                conflict(
                    "%s has no locked schedule; ask for the lock of one first (schedule-lock).",
                    film.inWords()));
  }

  /**
   * @throws BusinessRuleException (invalid) if no day differs; (conflict) if it has what cannot be
   *     shot, or leaves out a day that was
   */
  private ScheduleDifference requireChangeable(Film film, Schedule locked, Schedule schedule) {
    ScheduleDifference difference = ScheduleDifference.between(locked, schedule);
    if (difference.days().isEmpty()) {
      throw invalid(
          VERSION,
          "no day of version %d differs from the locked schedule, version %d.",
          schedule.version(),
          locked.version());
    }
    contents.requireShootable(film, schedule, progress.reported(film));
    return difference;
  }

  /**
   * @return null if the delivery stays
   */
  private static LocalDate delivery(Asking asking, Schedule schedule) {
    LocalDate delivery = asking.sent().optionalDate(DELIVERY_DATE).orElse(null);
    if (delivery != null && !delivery.isAfter(schedule.wrapDate())) {
      throw invalid(DELIVERY_DATE, "has to be after the wrap date, %s.", schedule.wrapDate());
    }
    return delivery;
  }

  private static String lines(Map<String, Money> costs) {
    return costs.entrySet().stream()
        .map(cost -> cost.getKey() + " " + cost.getValue().plain())
        .reduce((one, other) -> one + "\n" + other)
        .orElse("");
  }

  private static Map<String, Money> read(Case request) {
    Map<String, Money> costs = new LinkedHashMap<>();
    request
        .content()
        .find(ChangeCosts.COSTS)
        .ifPresent(
            lines ->
                lines
                    .lines()
                    .map(line -> line.split(" "))
                    .forEach(
                        cells ->
                            costs.put(
                                cells[0],
                                Money.of(new BigDecimal(cells[1]), request.film().currency()))));
    return costs;
  }
}
