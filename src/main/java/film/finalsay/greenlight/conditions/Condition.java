package film.finalsay.greenlight.conditions;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * One condition precedent.
 *
 * @param number from 1, within the approval
 * @param setNumber from 1: each approval on conditions sets conditions of its own
 * @param ownerRole the id of the role in which it is to be met
 * @param ownerPerson who alone is to meet it; null if anybody in that role is
 * @param evidenceAsked what is to show that it is met
 * @param due its last day, UTC
 * @param evidence none until it was reported met
 * @param lastMove none while nobody has said anything of it
 */
public record Condition(
    int number,
    int setNumber,
    String wording,
    String ownerRole,
    String ownerPerson,
    String evidenceAsked,
    LocalDate due,
    ConditionState state,
    Evidence evidence,
    Move lastMove) {

  /** The variable that tells one condition from the others. */
  public static final String CONDITION = "condition";

  public Role owner() {
    return Role.ofId(ownerRole).orElseThrow();
  }

  /** Whether it is neither met nor waived. */
  public boolean isOpen() {
    return !state.isSettled();
  }

  /** {@code 2. The bond is signed: open, for the producer, due 2027-01-31}. */
  public String inWords() {
    return "%d. %s: %s, for the %s, due %s"
        .formatted(number, wording, state.inWords(), owner().title(), due);
  }

  /** When it lapses: as its day is over. */
  public Instant lapsesAt() {
    return due.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** As its process names it: which it is, whose, and until when. */
  public Map<String, Object> byName() {
    Map<String, Object> variables = new HashMap<>();
    variables.put(CONDITION, String.valueOf(number));
    variables.put("ownerGroup", ownerRole);
    variables.put("ownerPerson", ownerPerson);
    // within its day, so that a list of tasks does not name the day after it
    variables.put("conditionDue", lapsesAt().minusSeconds(1).toString());
    return variables;
  }

  Condition reported(Evidence shown) {
    require(EnumSet.of(ConditionState.OPEN), "reported met");
    return in(ConditionState.REPORTED, due, shown, lastMove);
  }

  Condition confirmed(Move move) {
    require(EnumSet.of(ConditionState.REPORTED), "confirmed");
    return in(ConditionState.MET, due, evidence, move);
  }

  Condition sentBack(Move move) {
    require(EnumSet.of(ConditionState.REPORTED), "sent back");
    return in(ConditionState.OPEN, due, evidence, move);
  }

  Condition waived(Move move) {
    require(
        EnumSet.of(ConditionState.OPEN, ConditionState.REPORTED, ConditionState.LAPSED), "waived");
    return in(ConditionState.WAIVED, due, evidence, move);
  }

  Condition lapsed(Move move) {
    require(EnumSet.of(ConditionState.OPEN, ConditionState.REPORTED), "lapsed");
    return in(ConditionState.LAPSED, due, evidence, move);
  }

  Condition extended(LocalDate newDue, Move move) {
    require(EnumSet.of(ConditionState.LAPSED), "given another day");
    return in(ConditionState.OPEN, newDue, evidence, move);
  }

  /**
   * @throws BusinessRuleException (conflict) naming the state if it is none of these
   */
  private void require(Set<ConditionState> states, String what) {
    if (!states.contains(state)) {
      throw conflict("Condition %d is %s; it cannot be %s now.", number, state.inWords(), what);
    }
  }

  private Condition in(ConditionState newState, LocalDate newDue, Evidence shown, Move move) {
    return new Condition(
        number,
        setNumber,
        wording,
        ownerRole,
        ownerPerson,
        evidenceAsked,
        newDue,
        newState,
        shown,
        move);
  }
}
