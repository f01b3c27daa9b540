package film.finalsay.budget;

import film.finalsay.approval.Approval;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Refusal;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.film.FilmCosts;
import film.finalsay.film.FilmSpending;
import film.finalsay.film.Films;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What has to hold of a budget change, when it is asked for and when it is answered. */
@Component
class BudgetChangeRules {

  private static final int MAX_TEXT = 2000;
  private static final int MAX_ACCOUNT = 12;
  private static final int MAX_ACCOUNTS = 500;

  private final BudgetChangeRepository changes;
  private final Budgets budgets;
  private final Films films;
  private final FilmCosts costs;
  private final FilmSpending spending;
  private final AuthorityTable table;

  BudgetChangeRules(
      BudgetChangeRepository changes,
      Budgets budgets,
      Films films,
      FilmCosts costs,
      FilmSpending spending,
      AuthorityTable table) {
    this.spending = spending;
    this.changes = changes;
    this.budgets = budgets;
    this.films = films;
    this.costs = costs;
    this.table = table;
  }

  /**
   * Reads and weighs what somebody asks for.
   *
   * @param filed the request that it replaces; null for a new one
   * @throws Refusal if a field is wrong, the budget does not allow it or is not spendable yet,
   *     another cure comes first, or nobody on the team could decide it
   */
  Weighed weigh(Inputs inputs, Film film, String requester, Approval filed) {
    spending.requireSpendable(film);
    Budget budget = budgets.current(film);
    BudgetChange change = read(inputs, film, budget);
    String key = filed == null ? null : filed.key();
    Money held = held(change, film, key);
    change.requireFits(budget, held);
    orderOfCure(change, budget, film, key).require(change);
    int version = Optional.ofNullable(key).flatMap(changes::tableVersion).orElseGet(table::version);
    Cumulative before = changes.before(null, change, film.id());
    Cumulative others = filed == null ? before : without(filed, before, change, film);
    AuthorityFacts facts = AuthorityFacts.of(change, others, budget, film);
    Ruling ruling = raised(table.rule(change, facts, version), change, film);
    Deciders.require(ruling, requester, films.holdersOfRoles(film.id()), film);
    return new Weighed(change, budget, others, held, facts, ruling, version);
  }

  /** Weighs a request that is on file. */
  Weighed weighed(Approval approval, Film film) {
    Budget budget = budgetOf(approval, film);
    BudgetChange change = changes.find(approval.key(), film.currency()).orElseThrow();
    int version = changes.tableVersion(approval.key()).orElseGet(table::version);
    Cumulative before = changes.before(approval.key(), change, film.id());
    AuthorityFacts facts = AuthorityFacts.of(change, before, budget, film);
    return new Weighed(
        change,
        budget,
        before,
        held(change, film, approval.key()),
        facts,
        table.rule(change, facts, version),
        version);
  }

  /**
   * What the table says, raised to the executive producer where only they may let it pass.
   *
   * @param said by the authority table
   */
  Ruling raised(Ruling said, BudgetChange change, Film film) {
    Ruling ruling = said;
    if (change.overridesOrderOfCure()) {
      ruling =
          ruling.atLeast(
              Role.EXECUTIVE_PRODUCER,
              "Only the executive producer lets the contingency go before an underspend.");
    }
    Optional<String> stop = costs.hardStop(film);
    return stop.isPresent() ? ruling.atLeast(Role.EXECUTIVE_PRODUCER, stop.get()) : ruling;
  }

  /**
   * Up to how much, in all, those who decide a request may decide on its source account.
   *
   * @return empty if there is no limit within what the account has
   */
  Optional<Money> limit(Weighed weighed, Film film) {
    BudgetChange change = weighed.change();
    Account source = weighed.budget().account("fromAccount", change.sourceAccount());
    Money most = change.kind().movesMoney() ? source.balance() : source.budgeted();
    return CumulativeLimit.of(
            change,
            most,
            other ->
                table.rule(
                    other,
                    AuthorityFacts.of(other, weighed.before(), weighed.budget(), film),
                    weighed.tableVersion()))
        .map(weighed.before().before()::plus);
  }

  /**
   * The budget that counts, or, if another one took the place of the one that the request was made
   * on, that one: the request is returned or rejected by its figures, and cannot be approved.
   */
  Budget budgetOf(Approval approval, Film film) {
    Budget current = budgets.current(film);
    int madeOn = changes.version(approval.key());
    return budgets.continues(current, madeOn) ? current : budgets.byNumber(film, madeOn);
  }

  OrderOfCure orderOfCure(BudgetChange change, Budget budget, Film film, String exceptKey) {
    return OrderOfCure.of(
        change,
        budget,
        costs.estimatedFinalCosts(film),
        account -> changes.held(film.id(), account.number(), exceptKey, film.currency()));
  }

  /**
   * @param role in which the answer is given
   * @throws Refusal (conflict) if a lower role approves while the film is stopped; (invalid) naming
   *     the comment, if the order of cure is overridden without a reason
   */
  void requireMayAnswer(
      BudgetChange change, Film film, Role role, Outcome outcome, String comment) {
    if (outcome != Outcome.APPROVE) {
      return;
    }
    spending.requireSpendable(film);
    requireNotStopped(film, role);
    if (change.overridesOrderOfCure() && comment.isEmpty()) {
      throw Refusal.invalid(
          "comment",
          "is missing; approving this overrides the order of cure, and whoever does writes why.");
    }
  }

  /**
   * @throws Refusal (conflict) while the film is greenlit on conditions
   */
  void requireSpendable(Film film) {
    spending.requireSpendable(film);
  }

  /**
   * @throws Refusal (conflict) if the film is stopped, and the role is below the executive producer
   */
  void requireNotStopped(Film film, Role role) {
    if (role == Role.EXECUTIVE_PRODUCER) {
      return;
    }
    costs
        .hardStop(film)
        .ifPresent(
            why -> {
              throw Refusal.conflict(
                  "Nobody below the executive producer approves a budget change now: " + why);
            });
  }

  private Cumulative without(Approval filed, Cumulative all, BudgetChange change, Film film) {
    BudgetChange own = changes.find(filed.key(), film.currency()).orElseThrow();
    boolean counted =
        own.kind() == change.kind() && own.sourceAccount().equals(change.sourceAccount());
    return counted ? new Cumulative(all.approved(), all.pending().minus(own.amount())) : all;
  }

  private Money held(BudgetChange change, Film film, String exceptKey) {
    return change.kind().movesMoney()
        ? changes.held(film.id(), change.fromAccount(), exceptKey, film.currency())
        : film.zero();
  }

  private static BudgetChange read(Inputs inputs, Film film, Budget budget) {
    ChangeKind kind = inputs.oneOf("kind", ChangeKind.class);
    return new BudgetChange(
        kind,
        source(kind, inputs, budget),
        inputs.text("toAccount", MAX_ACCOUNT),
        inputs.money("amount", film.currency()),
        inputs.text("reason", MAX_TEXT),
        underspendsTried(inputs, budget),
        kind == ChangeKind.CONTINGENCY
            ? inputs.optionalText("overrideReason", MAX_TEXT).orElse(null)
            : null);
  }

  private static List<String> underspendsTried(Inputs inputs, Budget budget) {
    String numbers = inputs.optionalText("underspendsTried", MAX_ACCOUNTS).orElse("");
    return Arrays.stream(numbers.split("[,;\\s]+"))
        .filter(number -> !number.isEmpty())
        .map(number -> budget.account("underspendsTried", number).number())
        .distinct()
        .sorted()
        .toList();
  }

  /** A drawdown has one source there is; whatever account is sent with it is left aside. */
  private static String source(ChangeKind kind, Inputs inputs, Budget budget) {
    return switch (kind) {
      case TRANSFER -> inputs.text("fromAccount", MAX_ACCOUNT);
      case CONTINGENCY ->
          budget
              .contingency()
              .map(Account::number)
              .orElseThrow(
                  () ->
                      Refusal.invalid(
                          "kind", "the budget has no contingency account to draw from."));
      case OVERAGE, INCREASE -> null;
    };
  }
}
