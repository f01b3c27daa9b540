package film.finalsay.budget.web;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.approval.Role;
import film.finalsay.budget.Account;
import film.finalsay.budget.Budget;
import film.finalsay.budget.change.BudgetChange;
import film.finalsay.budget.change.BudgetChanges;
import film.finalsay.budget.change.ChangeKind;
import film.finalsay.budget.change.Weighed;
import film.finalsay.film.Film;
import film.finalsay.film.Viewer;
import film.finalsay.web.Sent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}/budget-changes")
@Tag(name = "Budget changes")
class BudgetChangeController {

  private static final List<String> FIELDS =
      Stream.of(AskedChange.class.getRecordComponents()).map(RecordComponent::getName).toList();

  private final BudgetChanges changes;

  BudgetChangeController(BudgetChanges changes) {
    this.changes = changes;
  }

  /**
   * @param held what other open requests hold of the balance
   */
  record AccountChange(String account, String description, Money before, Money after, Money held) {}

  record FigureChange(Money before, Money after) {}

  /**
   * @param approved what was approved before on the same source account, by the same kind of change
   * @param pending what is open there
   * @param withThis both and this request
   * @param share of the source account as budgeted, in percent
   * @param limit up to how much, in all, the same people decide; null if there is no limit
   */
  record CumulativeView(
      String account,
      Money approved,
      Money pending,
      Money withThis,
      BigDecimal share,
      Money limit) {}

  /**
   * @param field the field that is wrong; null if it is none
   */
  record RefusalView(BusinessRuleException.Kind kind, String field, String reason) {}

  /**
   * Amounts are decimal strings in the currency. Without a refusal all is there that applies to the
   * kind of change; with one, nothing else is.
   *
   * @param decidedBy whose decision it would be, as a group id
   * @param contingency null if none is budgeted
   * @param contingencyDrawn in percent, once this and the open drawdowns before it are approved
   */
  record PreviewView(
      String film,
      boolean allowed,
      RefusalView refusal,
      String subject,
      Currency currency,
      Role decidedBy,
      List<Role> consents,
      String because,
      AccountChange from,
      AccountChange to,
      FigureChange overage,
      FigureChange total,
      FigureChange contingency,
      BigDecimal contingencyDrawn,
      CumulativeView cumulative) {}

  /** The fields of a start, all of which may be wrong or missing, as the answer says. */
  record AskedChange(
      String film,
      ChangeKind kind,
      String fromAccount,
      String toAccount,
      Money amount,
      String reason,
      String underspendsTried,
      String overrideReason,
      String approval) {}

  @PostMapping("/preview")
  @Operation(
      summary = "What a budget change would do, without asking for it",
      description =
          "It takes what a start of budget-change takes, and is weighed as the start would weigh it: who"
              + " decides, what it does to balances, contingency and the cumulative limit; or which"
              + " rule refuses it, and why. With \"approval\", the number of an open budget change, it is"
              + " weighed in place of that.")
  PreviewView preview(Film film, @RequestBody Sent<AskedChange> body, Viewer viewer) {
    Inputs.of(body.fields()).requireNothingBesides(FIELDS);
    return view(film, body.fields(), viewer);
  }

  @GetMapping("/preview")
  @Operation(
      summary = "The same with the fields as parameters",
      description = "For a form in the Tasklist, whose login reads and changes nothing here.")
  PreviewView previewed(Film film, @RequestParam Map<String, String> fields, Viewer viewer) {
    return view(film, fields, viewer);
  }

  private PreviewView view(Film film, Map<String, ?> fields, Viewer viewer) {
    try {
      return allowed(changes.preview(Inputs.of(fields), film, viewer.person()), film);
    } catch (BusinessRuleException refusal) {
      return refused(refusal, film);
    }
  }

  private static PreviewView refused(BusinessRuleException refusal, Film film) {
    return new PreviewView(
        film.id(),
        false,
        new RefusalView(refusal.kind(), refusal.field(), refusal.getMessage()),
        null,
        film.currency(),
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static PreviewView allowed(Weighed weighed, Film film) {
    BudgetChange change = weighed.change();
    Budget budget = weighed.budget();
    Budget after = change.appliedTo(budget);
    return new PreviewView(
        film.id(),
        true,
        null,
        change.subject(weighed.budget()),
        film.currency(),
        weighed.ruling().decidedBy(),
        List.copyOf(weighed.ruling().consents()),
        weighed.ruling().because(),
        change.kind().movesMoney()
            ? account(change.from(budget), change.from(after), weighed.held())
            : null,
        account(change.to(budget), change.to(after), null),
        new FigureChange(change.to(budget).overage(), change.to(after).overage()),
        new FigureChange(budget.total(), after.total()),
        budget
            .contingency()
            .map(
                before ->
                    new FigureChange(before.balance(), after.contingency().orElseThrow().balance()))
            .orElse(null),
        weighed.facts().contingencyDrawn(),
        new CumulativeView(
            change.sourceAccount(),
            weighed.before().approved(),
            weighed.before().pending(),
            weighed.facts().cumulative(),
            weighed.facts().share(),
            weighed.limit().orElse(null)));
  }

  private static AccountChange account(Account before, Account after, Money held) {
    return new AccountChange(
        before.number(), before.description(), before.balance(), after.balance(), held);
  }
}
