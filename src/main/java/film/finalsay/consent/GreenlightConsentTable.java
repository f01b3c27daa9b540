package film.finalsay.consent;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ConsentTerms;
import film.finalsay.approval.Role;
import java.util.Optional;

/**
 * The table by which the production office says which party to a greenlight consents to what, and
 * on what terms.
 */
public interface GreenlightConsentTable {

  /**
   * @param change what changes a part of the greenlight
   * @return empty if the party is not asked
   * @throws film.finalsay.approval.BusinessRuleException (conflict) if the table says nothing of
   *     use
   */
  Optional<ConsentTerms> terms(ApprovalKind change, Role party);
}
