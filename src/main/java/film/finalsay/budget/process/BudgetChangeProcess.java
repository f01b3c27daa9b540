package film.finalsay.budget.process;

import film.finalsay.budget.AuthorityFacts;
import film.finalsay.budget.BudgetChange;
import film.finalsay.budget.BudgetChanges.Filed;
import java.util.HashMap;
import java.util.Map;

/** The names in {@code budget-change.bpmn} that Java needs, once. */
public final class BudgetChangeProcess {

  public static final String ID = "budget-change";
  public static final String AUTHORITY = "budget-change-authority";

  private BudgetChangeProcess() {}

  /** What the process knows of a request: who asked, and the inputs of the authority table. */
  static Map<String, Object> variables(Filed filed) {
    BudgetChange change = filed.change();
    AuthorityFacts facts = filed.facts();
    Map<String, Object> variables = new HashMap<>();
    variables.put("film", filed.approval().filmId());
    variables.put("subject", filed.approval().subject());
    variables.put("requester", filed.approval().requester());
    variables.put("requesterRole", filed.approval().requesterRole().id());
    variables.put("kind", change.kind().name());
    variables.put("fromAccount", change.fromAccount());
    variables.put("toAccount", change.toAccount());
    variables.put("amount", change.amount().plain());
    variables.put("reason", change.reason());
    variables.put("sameSection", facts.sameSection());
    variables.put("aboveTheLine", facts.aboveTheLine());
    variables.put("share", facts.share().toPlainString());
    variables.put("contingencyDrawn", facts.contingencyDrawn().toPlainString());
    variables.put("shot", facts.shot().toPlainString());
    return variables;
  }
}
