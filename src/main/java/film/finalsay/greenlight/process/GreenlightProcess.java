package film.finalsay.greenlight.process;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.greenlight.GreenlightPackage;
import film.finalsay.greenlight.GreenlightRequests.Filed;
import film.finalsay.greenlight.Requirement;
import film.finalsay.greenlight.committee.Rounds.Convened;
import film.finalsay.greenlight.conditions.Condition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The names in {@code greenlight.bpmn} that Java needs, once. */
public final class GreenlightProcess {

  public static final String ID = "greenlight";

  /** The decision that says what a package must contain. */
  public static final String PACKAGE = "greenlight-package";

  static final String PACKAGE_COMPLETE = "packageComplete";
  static final String COMMITTEE_ASKED = "committeeAsked";
  static final String CONDITION = "condition";
  static final String VOTER = "voter";

  private static final String VOTERS = "voters";
  private static final String VOTES_DUE = "votesDue";
  private static final String CONDITIONS_SET = "conditionsSet";
  private static final String OWNER_GROUP = "ownerGroup";
  private static final String OWNER_PERSON = "ownerPerson";
  private static final String CONDITION_DUE = "conditionDue";

  private GreenlightProcess() {}

  /** Who is asked to vote, and by when. */
  static Map<String, Object> variables(Convened convened) {
    return Map.of(
        VOTERS, String.join(",", convened.voters()), VOTES_DUE, convened.due().toString());
  }

  /** Which conditions are followed, by their numbers. */
  static Map<String, Object> variables(List<Condition> conditions) {
    return Map.of(
        CONDITIONS_SET,
        conditions.stream()
            .map(condition -> String.valueOf(condition.number()))
            .collect(Collectors.joining(",")));
  }

  /** Whose one condition is, and until when. */
  static Map<String, Object> variables(Condition condition) {
    Map<String, Object> variables = new HashMap<>();
    variables.put(CONDITION, String.valueOf(condition.number()));
    variables.put(OWNER_GROUP, condition.owner().id());
    variables.put(OWNER_PERSON, condition.ownerPerson());
    // within its day, so that a list of tasks does not name the day after it
    variables.put(CONDITION_DUE, condition.lapsesAt().minusSeconds(1).toString());
    return variables;
  }

  /** What the process knows of a package; its forms are prefilled with it when it is amended. */
  static Map<String, Object> variables(Filed filed) {
    Map<String, Object> variables = variables(filed.contents());
    variables.put("film", filed.approval().filmId());
    variables.put("subject", filed.approval().subject());
    variables.put("requester", filed.approval().requester());
    variables.put("requesterRole", filed.approval().requesterRole().id());
    variables.put("endorsementRequired", filed.needsEndorsement());
    return variables;
  }

  static Map<String, Object> variables(GreenlightPackage contents) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("logline", contents.logline());
    variables.put("vision", contents.vision());
    variables.put("budgetVersion", text(contents.budgetVersion()));
    variables.put("scriptDraft", contents.scriptDraft());
    variables.put("scheduleStart", text(contents.scheduleStart()));
    variables.put("scheduleEnd", text(contents.scheduleEnd()));
    return variables;
  }

  /**
   * @param row of the package table
   * @throws BusinessRuleException (conflict) if it says neither required nor optional, or gives no
   *     reason
   */
  static Requirement requirement(Map<String, Object> row) {
    Object said = row == null ? null : row.get("requirement");
    Object because = row == null ? null : row.get("because");
    if (!"required".equals(said) && !"optional".equals(said)) {
      throw BusinessRuleException.conflict(
          "The requirement is \"%s\"; it is required or optional.".formatted(said));
    }
    if (!(because instanceof String reason) || reason.isBlank()) {
      throw BusinessRuleException.conflict("There is no reason why.");
    }
    return new Requirement("required".equals(said), reason.strip());
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
