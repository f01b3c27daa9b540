package film.finalsay.engine;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.ConsentTerms;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The names in {@code consents.bpmn}, which asks one party for its consent, that Java needs. */
public final class ConsentBranch {

  public static final String GIVE_CONSENT = "userTask_giveConsent";
  public static final String GIVE_CONSENT_NAME = "Give consent";

  /** The variable that names whom the branch asks; an input of every table of consents. */
  public static final String PARTY = "consentingGroup";

  private static final String DEADLINE = "consentDeadline";
  private static final String SILENCE_MEANS = "silenceMeans";
  private static final String SILENCE_BECAUSE = "silenceBecause";

  private ConsentBranch() {}

  /**
   * @throws BusinessRuleException (conflict) if there is no such role
   */
  public static Role party(DelegateExecution execution) {
    String group = String.valueOf(execution.getVariable(PARTY));
    return Role.ofId(group)
        .orElseThrow(
            () ->
                BusinessRuleException.conflict(
                    "\"%s\" is not a party that can be asked for its consent.", group));
  }

  /** The terms that a table of consents has just said. */
  public static ConsentTerms terms(DelegateExecution execution) {
    return terms(execution.getVariables());
  }

  /** Goes on as if the party had answered what its silence means. */
  public static void silent(DelegateExecution execution, ConsentTerms terms) {
    boolean consents = terms.silence() == Outcome.CONSENT_BY_SILENCE;
    execution.setVariable("consent", consents ? "CONSENT" : "REFUSE");
  }

  /**
   * A row of a table of consents; of none, if the table has no row that fits.
   *
   * @throws BusinessRuleException (conflict) if it names no terms
   */
  public static ConsentTerms terms(Map<String, Object> row) {
    return ConsentTerms.of(
        row == null ? null : (String) row.get(DEADLINE),
        row == null ? null : (String) row.get(SILENCE_MEANS),
        row == null ? null : (String) row.get(SILENCE_BECAUSE));
  }
}
