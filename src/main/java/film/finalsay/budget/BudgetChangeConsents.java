package film.finalsay.budget;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ConsentTerms;
import film.finalsay.approval.Role;
import film.finalsay.consent.AskedConsents;
import film.finalsay.register.ApprovalRegister;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** On what terms the parties are asked to consent to a change. */
@Service
@Transactional
public class BudgetChangeConsents {

  private final BudgetChangeRepository changes;
  private final ConsentTable table;
  private final AskedConsents asked;
  private final ApprovalRegister register;

  BudgetChangeConsents(
      BudgetChangeRepository changes,
      ConsentTable table,
      AskedConsents asked,
      ApprovalRegister register) {
    this.changes = changes;
    this.table = table;
    this.asked = asked;
    this.register = register;
  }

  /**
   * Keeps on what terms a party is asked, by the table that counts now.
   *
   * @throws film.finalsay.approval.BusinessRuleException (conflict) if the table has none
   */
  void ask(Approval approval, Role party, ChangeKind kind) {
    asked.keep(approval, party, table.terms(party, kind));
  }

  /**
   * Records that a party was silent until its deadline, as what it was told that this means.
   *
   * @return on what terms it was asked
   * @throws film.finalsay.approval.BusinessRuleException (conflict) if the party was not asked, or
   *     still has time
   */
  public ConsentTerms wasSilent(String processInstanceId, String step, String name, Role party) {
    Approval approval = register.carriedBy(processInstanceId);
    if (!asked.of(approval).containsKey(party)) {
      // it was asked before terms were kept
      ask(approval, party, changes.find(approval.key()).orElseThrow().kind());
    }
    return asked.wasSilent(processInstanceId, step, name, party);
  }
}
