package film.finalsay.greenlight.process;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.greenlight.Requirement;
import java.util.Map;

/** The names in {@code greenlight.bpmn} that Java needs, once. */
public final class GreenlightProcess {

  /** The decision that says what a package must contain. */
  public static final String PACKAGE = "greenlight-package";

  private GreenlightProcess() {}

  /**
   * @param row of the package table
   * @throws BusinessRuleException (conflict) if it says neither required nor optional, or gives no
   *     reason
   */
  static Requirement requirement(Map<String, Object> row) {
    Object said = row == null ? null : row.get("requirement");
    Object because = row == null ? null : row.get("because");
    if (!"required".equals(said) && !"optional".equals(said)) {
      throw conflict("The requirement is \"%s\"; it has to be \"required\" or \"optional\".", said);
    }
    if (!(because instanceof String reason) || reason.isBlank()) {
      throw conflict("The row gives no reason.");
    }
    return new Requirement("required".equals(said), reason.strip());
  }
}
