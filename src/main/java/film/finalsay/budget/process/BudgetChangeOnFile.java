package film.finalsay.budget.process;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.GivenAnswer;
import film.finalsay.approval.HumanStep;
import film.finalsay.approval.RequestOnFile;
import film.finalsay.approval.Role;
import film.finalsay.budget.BudgetChangeConsents;
import film.finalsay.budget.BudgetChanges;
import film.finalsay.engine.ConsentBranch;
import film.finalsay.film.Films;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class BudgetChangeOnFile implements RequestOnFile {

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
  public Map<String, String> subject(Approval approval) {
    return changes.subject(approval, films.byInput(approval.filmId()));
  }

  @Override
  public Set<String> accounts(Approval approval) {
    return changes.onFile(approval, films.byInput(approval.filmId())).accounts();
  }

  @Override
  public void asked(Approval approval, HumanStep step) {
    if (step.id().equals(ConsentBranch.GIVE_CONSENT)) {
      step.groups().stream()
          .flatMap(group -> Role.ofId(group).stream())
          .forEach(party -> consents.ask(approval, party));
    }
  }

  @Override
  public void requireMayAnswer(GivenAnswer answer) {
    changes.requireMayAnswer(answer.approval(), answer.role(), answer.outcome(), answer.comment());
  }

  @Override
  public Map<String, Object> variables(Approval approval) {
    Map<String, Object> variables =
        BudgetChangeProcess.variables(changes.onFile(approval, films.byInput(approval.filmId())));
    changes
        .ruling(approval)
        .ifPresent(ruling -> variables.putAll(BudgetChangeProcess.variables(ruling)));
    return variables;
  }
}
