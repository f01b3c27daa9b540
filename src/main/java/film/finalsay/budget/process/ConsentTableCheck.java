package film.finalsay.budget.process;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Role;
import film.finalsay.budget.change.ChangeKind;
import film.finalsay.engine.ConsentBranch;
import film.finalsay.engine.model.FeelTables;
import film.finalsay.engine.tables.WrittenOut;
import java.io.ByteArrayInputStream;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;

/** Whether a table of consents has terms for every party and every kind of change. */
final class ConsentTableCheck {

  static final String TABLE = "budget-change-consent";
  static final Set<Role> PARTIES = EnumSet.of(Role.FINANCIER, Role.COMPLETION_GUARANTOR);

  private final DmnEngine engine = FeelTables.configuration().buildEngine();
  private final byte[] model;

  ConsentTableCheck(byte[] model) {
    this.model = model;
  }

  /**
   * @throws BusinessRuleException (invalid) if terms are missing, or are none
   */
  void require() {
    try {
      DmnDecision decision = engine.parseDecision(TABLE, new ByteArrayInputStream(model));
      for (Role party : PARTIES) {
        for (ChangeKind kind : ChangeKind.values()) {
          require(decision, party, kind);
        }
      }
    } catch (DmnEngineException unreadable) {
      throw invalid(TABLE, "the table cannot be used: " + unreadable.getMessage());
    }
    WrittenOut.require(TABLE, model);
  }

  private void require(DmnDecision decision, Role party, ChangeKind kind) {
    DmnDecisionTableResult rows =
        engine.evaluateDecisionTable(
            decision, Map.of(ConsentBranch.PARTY, party.id(), "kind", kind.name()));
    if (rows.size() != 1) {
      throw invalid(
          TABLE,
          "the table has %d rows for the %s and %s; it has to have one.",
          rows.size(),
          party.title(),
          kind);
    }
    try {
      ConsentBranch.terms(rows.getSingleResult().getEntryMap());
    } catch (BusinessRuleException noTerms) {
      throw invalid(TABLE, noTerms.getMessage());
    }
  }
}
