package film.finalsay.budget.process;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.GivenAnswer;
import film.finalsay.approval.HumanStep;
import film.finalsay.approval.Role;
import film.finalsay.budget.BudgetChangeConsents;
import film.finalsay.budget.BudgetChanges;
import film.finalsay.engine.ConsentBranch;
import film.finalsay.film.Films;
import film.finalsay.register.Case;
import film.finalsay.register.RequestKind;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class BudgetChangeOnFile implements RequestKind {

  private final BudgetChanges changes;
  private final BudgetChangeConsents consents;
  private final Films films;

  BudgetChangeOnFile(BudgetChanges changes, BudgetChangeConsents consents, Films films) {
    this.changes = changes;
    this.consents = consents;
    this.films = films;
  }

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.BUDGET_CHANGE;
  }

  @Override
  public String letters() {
    return "BC";
  }

  @Override
  public Map<String, String> subject(Case request) {
    return changes.subject(request.approval(), request.film());
  }

  @Override
  public Set<String> accounts(Case request) {
    return changes.onFile(request.approval(), request.film()).accounts();
  }

  @Override
  public void asked(Case request, HumanStep step) {
    if (step.id().equals(ConsentBranch.GIVE_CONSENT)) {
      step.groups().stream()
          .flatMap(group -> Role.ofId(group).stream())
          .forEach(party -> consents.ask(request.approval(), party));
    }
  }

  @Override
  public void requireMayAnswer(Case request, GivenAnswer answer) {
    changes.requireMayAnswer(answer.approval(), answer.role(), answer.outcome(), answer.comment());
  }

  @Override
  public Map<String, Object> variables(Case request) {
    Map<String, Object> variables =
        BudgetChangeProcess.variables(changes.onFile(request.approval(), request.film()));
    changes
        .ruling(request.approval())
        .ifPresent(ruling -> variables.putAll(BudgetChangeProcess.variables(ruling)));
    return variables;
  }
}
