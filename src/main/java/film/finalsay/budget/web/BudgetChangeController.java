package film.finalsay.budget.web;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.approval.Role;
import film.finalsay.budget.Account;
import film.finalsay.budget.Budget;
import film.finalsay.budget.change.BudgetChange;
import film.finalsay.budget.change.BudgetChanges;
import film.finalsay.budget.change.Weighed;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.film.web.Viewers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/films/{film}/budget-changes")
@Tag(name = "Budget changes")
class BudgetChangeController {

  /** Those of a start, and {@code approval}. */
  private static final Set<String> FIELDS =
      Set.of(
          "film",
          "kind",
          "fromAccount",
          "toAccount",
          "amount",
          "reason",
          "underspendsTried",
          "overrideReason",
          "approval");

  private final Films films;
  private final BudgetChanges changes;

  BudgetChangeController(Films films, BudgetChanges changes) {
    this.films = films;
    this.changes = changes;
  }

  /**
   * @param held what other open requests hold of the balance
   */
  record AccountChange(
      String account, String description, String before, String after, String held) {}

  record FigureChange(String before, String after) {}

  /**
   * @param approved what was approved before on the same source account, by the same kind of change
   * @param pending what is open there
   * @param withThis both and this request
   * @param share of the source account as budgeted, in percent
   * @param limit up to how much, in all, the same people decide; null if there is no limit
   */
  record CumulativeView(
      String account,
      String approved,
      String pending,
      String withThis,
      String share,
      String limit) {}

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
      String currency,
      String decidedBy,
      List<String> consents,
      String because,
      AccountChange from,
      AccountChange to,
      FigureChange overage,
      FigureChange total,
      FigureChange contingency,
      String contingencyDrawn,
      CumulativeView cumulative) {}

  @PostMapping("/preview")
  @Operation(
      summary = "What a budget change would do, without asking for it",
      description =
          "Body: kind, fromAccount, toAccount, amount, reason, underspendsTried, overrideReason, as a"
              + " start of budget-change takes them. It is weighed as the start would weigh it: who"
              + " decides, what it does to balances, contingency and the cumulative limit; or which"
              + " rule refuses it, and why. With \"approval\", the number of an open budget change, it is"
              + " weighed in place of that.")
  PreviewView preview(
      @PathVariable String film, @RequestBody Map<String, Object> body, Authentication login) {
    Inputs.of(body).requireNothingBesides(FIELDS);
    return view(film, body, login);
  }

  @GetMapping("/preview")
  @Operation(
      summary = "The same with the fields as parameters",
      description = "For a form in the Tasklist, whose login reads and changes nothing here.")
  PreviewView previewed(
      @PathVariable String film, @RequestParam Map<String, String> fields, Authentication login) {
    return view(film, fields, login);
  }

  private PreviewView view(String film, Map<String, ?> fields, Authentication login) {
    Film seen = films.seenBy(Viewers.of(login), film);
    try {
      return allowed(changes.preview(Inputs.of(fields), seen, login.getName()), seen);
    } catch (BusinessRuleException refusal) {
      return refused(refusal, seen);
    }
  }

  private static PreviewView refused(BusinessRuleException refusal, Film film) {
    return new PreviewView(
        film.id(),
        false,
        new RefusalView(refusal.kind(), refusal.field(), refusal.getMessage()),
        null,
        film.currency().getCurrencyCode(),
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
        film.currency().getCurrencyCode(),
        weighed.ruling().decidedBy().id(),
        weighed.ruling().consents().stream().map(Role::id).toList(),
        weighed.ruling().because(),
        change.kind().movesMoney()
            ? account(change.from(budget), change.from(after), weighed.held())
            : null,
        account(change.to(budget), change.to(after), null),
        new FigureChange(change.to(budget).overage().plain(), change.to(after).overage().plain()),
        new FigureChange(budget.total().plain(), after.total().plain()),
        budget
            .contingency()
            .map(
                before ->
                    new FigureChange(
                        before.balance().plain(),
                        after.contingency().orElseThrow().balance().plain()))
            .orElse(null),
        weighed.facts().contingencyDrawn().toPlainString(),
        new CumulativeView(
            change.sourceAccount(),
            weighed.before().approved().plain(),
            weighed.before().pending().plain(),
            weighed.facts().cumulative().plain(),
            weighed.facts().share().toPlainString(),
            weighed.limit().map(Money::plain).orElse(null)));
  }

  private static AccountChange account(Account before, Account after, Money held) {
    return new AccountChange(
        before.number(),
        before.description(),
        before.balance().plain(),
        after.balance().plain(),
        held == null ? null : held.plain());
  }
}
