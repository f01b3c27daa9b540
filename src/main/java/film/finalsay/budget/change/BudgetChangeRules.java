package film.finalsay.budget.change;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.GivenAnswer;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.approval.PairsOfEyes;
import film.finalsay.approval.Role;
import film.finalsay.approval.Scope;
import film.finalsay.authority.Ruling;
import film.finalsay.authority.StandIns;
import film.finalsay.budget.Budget;
import film.finalsay.budget.Budgets;
import film.finalsay.budget.change.BudgetChangeRepository.OnFile;
import film.finalsay.film.Film;
import film.finalsay.film.FilmCommitments;
import film.finalsay.film.FilmCosts;
import film.finalsay.film.FilmSpending;
import film.finalsay.film.Films;
import film.finalsay.film.Interests;
import film.finalsay.register.Case;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What has to hold of a budget change, when it is asked for and when it is answered. */
@Component
class BudgetChangeRules {

  private final BudgetChangeRepository changes;
  private final Budgets budgets;
  private final Films films;
  private final Interests interests;
  private final FilmCosts costs;
  private final FilmSpending spending;
  private final FilmCommitments commitments;
  private final ChangeAuthority table;

  BudgetChangeRules(
      BudgetChangeRepository changes,
      Budgets budgets,
      Films films,
      Interests interests,
      FilmCosts costs,
      FilmSpending spending,
      FilmCommitments commitments,
      ChangeAuthority table) {
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
    BudgetChange change = BudgetChange.read(inputs, budget);
    Integer tableVersion =
        Optional.ofNullable(key).flatMap(changes::find).map(OnFile::tableVersion).orElse(null);
    Weighed weighed = weighed(key, change, requester, budget, Long.MAX_VALUE, tableVersion, film);
    change.requireFits(budget, weighed.held(), committed(change, film));
    weighed.cure().ifPresent(cure -> cure.require(change));
    requireDeciders(weighed.ruling(), weighed.standIns(), film);
    return weighed;
  }

  /**
   * Weighs a request that is on file. If another budget took the place of the one that it was made
   * on, that one counts here: the request is returned or rejected by its figures, and cannot be
   * approved.
   */
  Weighed weighed(Approval approval, Film film) {
    String key = approval.key();
    OnFile filed = changes.find(key).orElseThrow();
    Budget current = budgets.current(film);
    Budget budget =
        budgets.continues(current, filed.version())
            ? current
            : budgets.byNumber(film, filed.version());
    return weighed(
        key,
        filed.change(),
        approval.requester(),
        budget,
        filed.place(),
        filed.tableVersion(),
        film);
  }

  /**
   * @param key of the request; null for one that is not on file
   * @param place up to which others are counted together with it
   * @param startedUnder the version of the authority table; null for the latest
   */
  private Weighed weighed(
      String key,
      BudgetChange change,
      String requester,
      Budget budget,
      long place,
      Integer startedUnder,
      Film film) {
    Cumulative before = changes.together(change, film.id(), key, place);
    Map<String, Money> held = changes.heldByAccount(film, key);
    int version = startedUnder == null ? table.version() : startedUnder;
    AuthorityFacts facts = AuthorityFacts.of(change, before, budget, film.percentShot());
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
        new StandIns(
            requester,
            films.holdersOfRoles(film.id(), Optional.of(Scope.MONEY)),
            interests.in(film.id(), ApprovalKind.BUDGET_CHANGE, change.accounts())),
        table,
        version);
  }

  /**
   * @throws BusinessRuleException (conflict) naming the first role that nobody can answer for
   */
  private static void requireDeciders(Ruling ruling, StandIns team, Film film) {
    Set<String> excluded = new HashSet<>(team.recused().keySet());
    excluded.add(team.requester());
    List<Role> asked = ruling.asked();
    for (int count = 1; count <= asked.size(); count++) {
      if (!PairsOfEyes.suffice(asked.subList(0, count), team.team(), excluded)) {
        throw conflict(
            "%s The %s would have to answer, and on the team of %s only you, or somebody who has to"
                + " answer another step, could do so today.%s",
            ruling.because(),
            asked.get(count - 1).title(),
            film.inWords(),
            Interests.recusedInWords(team.recused(), team.team().keySet()));
      }
    }
  }

  private Money committed(BudgetChange change, Film film) {
    return change.kind().movesMoney()
        ? commitments.committed(film, change.fromAccount())
        : film.zero();
  }

  /** Why only the executive producer lets it pass, whatever the authority table says. */
  private List<String> reserved(BudgetChange change, Film film) {
    List<String> reserved = new ArrayList<>();
    if (change.overridesOrderOfCover()) {
      reserved.add("Only the executive producer lets the contingency go before an underspend.");
    }
    costs.hardStop(film).ifPresent(reserved::add);
    return reserved;
  }

  /**
   * @throws BusinessRuleException (conflict) if another budget counts now, or a lower role approves
   *     while the film is stopped; (invalid) naming the comment, if the order of cover is
   *     overridden without a reason
   */
  void requireMayApprove(Case request, GivenAnswer answer) {
    requireItsBudget(request, budgets.current(request.film()));
    spending.requireSpendable(request.film());
    requireNotStopped(request.film(), answer.role());
    if (BudgetChange.of(request).overridesOrderOfCover() && answer.comment().isEmpty()) {
      throw invalid(
          "comment",
          "is missing; approving this overrides the order of cover, and whoever does writes why.");
    }
  }

  /**
   * @throws BusinessRuleException (conflict) while the film is greenlit on conditions, or if the
   *     budget does not allow it any more
   */
  void requireStillPossible(Case request) {
    Film film = request.film();
    spending.requireSpendable(film);
    Budget budget = budgets.current(film);
    requireItsBudget(request, budget);
    try {
      BudgetChange change = BudgetChange.of(request);
      change.requireFits(budget, film.zero(), committed(change, film));
    } catch (BusinessRuleException fitsNoMore) {
      throw conflict(
          "The budget does not allow %s any more: %s", request.key(), fitsNoMore.getMessage());
    }
  }

  private void requireItsBudget(Case request, Budget budget) {
    int madeOn = request.content().number(BudgetChange.VERSION);
    if (!budgets.continues(budget, madeOn)) {
      throw conflict(
          "%s was made on version %d of the budget, and version %d counts now; return it.",
          request.key(), madeOn, budget.number());
    }
  }

  /**
   * @throws BusinessRuleException (conflict) if the film is stopped, and the role is below the
   *     executive producer
   */
  void requireNotStopped(Film film, Role role) {
    Optional<String> stop =
        role == Role.EXECUTIVE_PRODUCER ? Optional.empty() : costs.hardStop(film);
    if (stop.isPresent()) {
      throw conflict(
          "Nobody below the executive producer approves a budget change now: %s", stop.get());
    }
  }
}
