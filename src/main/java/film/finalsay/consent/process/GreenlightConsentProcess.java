package film.finalsay.consent.process;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.ConsentTerms;
import film.finalsay.engine.ConsentBranch;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names in {@code greenlight-consent.dmn} that Java needs, once. */
public final class GreenlightConsentProcess {

  public static final String TABLE = "greenlight-consent";

  /** What changes a part of a greenlight: each process that asks its parties. */
  public static final Set<ApprovalKind> CHANGES =
      Set.of(
          ApprovalKind.SCRIPT_APPROVAL,
          ApprovalKind.SCRIPT_REVISION,
          ApprovalKind.BUDGET_LOCK,
          ApprovalKind.REOPENING);

  static final String CHANGE = "change";
  static final String CONSENTS = "consents";

  private GreenlightConsentProcess() {}

  /**
   * @return empty if the row says that the party is not asked
   * @throws BusinessRuleException (conflict) if it says nothing of use
   */
  static Optional<ConsentTerms> terms(Map<String, Object> row) {
    if (row == null || !(row.get("consentNeeded") instanceof Boolean needed)) {
      throw conflict("The row does not say if the consent is needed; it has to be true or false.");
    }
    return needed ? Optional.of(ConsentBranch.terms(row)) : Optional.empty();
  }
}
