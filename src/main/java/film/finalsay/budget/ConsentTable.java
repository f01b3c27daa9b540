package film.finalsay.budget;

import film.finalsay.approval.ConsentTerms;
import film.finalsay.approval.Role;

/** The table by which the production office says on what terms a party is asked to consent. */
public interface ConsentTable {

  /**
   * @throws film.finalsay.approval.BusinessRuleException (conflict) if the table has no terms for
   *     this
   */
  ConsentTerms terms(Role party, ChangeKind kind);
}
