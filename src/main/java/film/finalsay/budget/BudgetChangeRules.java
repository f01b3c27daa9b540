package film.finalsay.budget;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.film.FilmCommitments;
import film.finalsay.film.FilmCosts;
import film.finalsay.film.FilmSpending;
import film.finalsay.film.Films;
import film.finalsay.film.Interest;
import film.finalsay.film.Interests;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What has to hold of a budget change, when it is asked for and when it is answered. */
@Component
class BudgetChangeRules {

  private static final int MAX_ACCOUNT = 12;
  private static final int MAX_ACCOUNTS = 500;

  private final BudgetChangeRepository changes;
  private final Budgets budgets;
  private final Films films;
  private final Interests interests;
  private final FilmCosts costs;
  private final FilmSpending spending;
  private final FilmCommitments commitments;
  private final AuthorityTable table;

  BudgetChangeRules(
      BudgetChangeRepository changes,
      Budgets budgets,
      Films films,
      Interests interests,
      FilmCosts costs,
      FilmSpending spending,
      FilmCommitments commitments,
      AuthorityTable table) {
    this.spending = spending;
    this.commitments = commitments;
    this.changes = changes;
    this.budgets = budgets;
    this.films = films;
    this.interests = interests;
    this.costs = costs;
    this.table = table;
  }

  /**
   * Reads and weighs what somebody asks for.
   *
   * @param key of the request that it replaces; null for a new one
   * @throws BusinessRuleException if a field is wrong, the budget does not allow it or is not
   *     spendable yet, another cure comes first, or nobody on the team could decide it
   */
  Weighed weigh(Inputs inputs, Film film, String requester, String key) {
    spending.requireSpendable(film);
    Budget budget = budgets.current(film);
    BudgetChange change = read(inputs, film, budget);
    Weighed weighed =
        weighed(key, change, requester, budget, changes.allExcept(key, change, film.id()), film);
    change.requireFits(budget, weighed.held());
    requireNotCommitted(change, budget, weighed.held(), film);
    weighed.cure().ifPresent(cure -> cure.require(change));
    Deciders.require(
        weighed.ruling(), requester, films.holdersOfRoles(film.id()), recused(change, film), film);
    return weighed;
  }

  /**
   * Weighs a request that is on file. If another budget took the place of the one that it was made
   * on, that one counts here: the request is returned or rejected by its figures, and cannot be
   * approved.
   */
  Weighed weighed(Approval approval, Film film) {
    String key = approval.key();
    BudgetChange change = changes.find(key).orElseThrow();
    Budget budget = budgets.continuing(film, changes.version(key));
    return weighed(
        key, change, approval.requester(), budget, changes.before(key, change, film.id()), film);
  }

  /**
   * @param key of the request; null for one that is not on file
   * @param before what it counts together with
   */
  private Weighed weighed(
      String key,
      BudgetChange change,
      String requester,
      Budget budget,
      Cumulative before,
      Film film) {
    Map<String, Money> held = changes.heldByAccount(film, key);
    int version = Optional.ofNullable(key).flatMap(changes::tableVersion).orElseGet(table::version);
    AuthorityFacts facts = AuthorityFacts.of(change, before, budget, film);
    Money nothing = film.zero();
    return new Weighed(
        change,
        budget,
        before,
        change.kind().movesMoney() ? held.getOrDefault(change.fromAccount(), nothing) : nothing,
        change.kind().meetsOverspend()
            ? Optional.of(OrderOfCover.of(change, budget, costs.estimatedFinalCosts(film), held))
            : Optional.empty(),
        facts,
        table.rule(change, facts, version),
        reserved(change, film),
        new StandIns(requester, films.holdersOfRoles(film.id()), recused(change, film)),
        version);
  }

  /**
   * @param held what other open requests hold on the account that the money comes from
   * @throws BusinessRuleException (invalid) naming the amount, if the account would have less left
   *     than what is committed on it
   */
  void requireNotCommitted(BudgetChange change, Budget budget, Money held, Film film) {
    if (!change.kind().movesMoney()) {
      return;
    }
    Account from = budget.account("fromAccount", change.fromAccount());
    Money committed = commitments.committed(film, from.number());
    Money free = from.balance().minus(held).minus(committed);
    if (committed.minor() > 0 && change.amount().compareTo(free) > 0) {
      throw BusinessRuleException.invalid(
          "amount",
          "%s is more than account %s has free, %s: %s of it is committed."
              .formatted(
                  change.amount().inWords(), from.inWords(), free.inWords(), committed.inWords()));
    }
  }

  private Map<String, Interest> recused(BudgetChange change, Film film) {
    return interests.in(film.id(), ApprovalKind.BUDGET_CHANGE, change.accounts());
  }

  /** Why only the executive producer lets it pass, whatever the authority table says. */
  private List<String> reserved(BudgetChange change, Film film) {
    Stream<String> override =
        change.overridesOrderOfCover()
            ? Stream.of("Only the executive producer lets the contingency go before an underspend.")
            : Stream.empty();
    return Stream.concat(override, costs.hardStop(film).stream()).toList();
  }

  /**
   * Up to how much, in all, those who decide a request may decide on its source account.
   *
   * @return empty if there is no limit within what the account has
   */
  Optional<Money> limit(Weighed weighed, Film film) {
    return CumulativeLimit.of(
        weighed, table.figures(weighed.tableVersion()), other -> ruling(other, weighed, film));
  }

  private Ruling ruling(BudgetChange other, Weighed weighed, Film film) {
    AuthorityFacts facts = AuthorityFacts.of(other, weighed.before(), weighed.budget(), film);
    return weighed.raised(table.rule(other, facts, weighed.tableVersion()));
  }

  /**
   * @param role in which the answer is given
   * @throws BusinessRuleException (conflict) if a lower role approves while the film is stopped;
   *     (invalid) naming the comment, if the order of cover is overridden without a reason
   */
  void requireMayAnswer(
      BudgetChange change, Film film, Role role, Outcome outcome, String comment) {
    if (outcome != Outcome.APPROVE) {
      return;
    }
    spending.requireSpendable(film);
    requireNotStopped(film, role);
    if (change.overridesOrderOfCover() && comment.isEmpty()) {
      throw BusinessRuleException.invalid(
          "comment",
          "is missing; approving this overrides the order of cover, and whoever does writes why.");
    }
  }

  /**
   * @throws BusinessRuleException (conflict) while the film is greenlit on conditions
   */
  void requireSpendable(Film film) {
    spending.requireSpendable(film);
  }

  /**
   * @throws BusinessRuleException (conflict) if the film is stopped, and the role is below the
   *     executive producer
   */
  void requireNotStopped(Film film, Role role) {
    if (role == Role.EXECUTIVE_PRODUCER) {
      return;
    }
    costs
        .hardStop(film)
        .ifPresent(
            why -> {
              throw BusinessRuleException.conflict(
                  "Nobody below the executive producer approves a budget change now: " + why);
            });
  }

  private static BudgetChange read(Inputs inputs, Film film, Budget budget) {
    ChangeKind kind = inputs.oneOf("kind", ChangeKind.class);
    return new BudgetChange(
        kind,
        source(kind, inputs, budget),
        inputs.text("toAccount", MAX_ACCOUNT),
        inputs.money("amount", film.currency()),
        inputs.longText("reason"),
        underspendsTried(inputs, budget),
        kind == ChangeKind.CONTINGENCY
            ? inputs.optionalLongText("overrideReason").orElse(null)
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
                      BusinessRuleException.invalid(
                          "kind", "the budget has no contingency account to draw from."));
      case OVERAGE, INCREASE -> null;
    };
  }
}
