package film.finalsay.greenlight.process;

import film.finalsay.approval.Refusal;
import film.finalsay.greenlight.GreenlightPackage;
import film.finalsay.greenlight.Greenlights.Filed;
import film.finalsay.greenlight.Requirement;
import java.util.HashMap;
import java.util.Map;

/** The names in {@code greenlight.bpmn} that Java needs, once. */
public final class GreenlightProcess {

  public static final String ID = "greenlight";

  /** The decision that says what a package must contain. */
  public static final String PACKAGE = "greenlight-package";

  static final String PACKAGE_COMPLETE = "packageComplete";

  private GreenlightProcess() {}

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
   * @throws Refusal (conflict) if it says neither required nor optional, or gives no reason
   */
  static Requirement requirement(Map<String, Object> row) {
    Object said = row == null ? null : row.get("requirement");
    Object because = row == null ? null : row.get("because");
    if (!"required".equals(said) && !"optional".equals(said)) {
      throw Refusal.conflict(
          "The requirement is \"%s\"; it is required or optional.".formatted(said));
    }
    if (!(because instanceof String reason) || reason.isBlank()) {
      throw Refusal.conflict("There is no reason why.");
    }
    return new Requirement("required".equals(said), reason.strip());
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
