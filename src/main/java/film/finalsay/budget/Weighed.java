package film.finalsay.budget;

import film.finalsay.approval.Money;

/**
 * A request held against the budget, the other requests and the authority table, before anything is
 * filed. The preview and the filing go by the same weighing.
 *
 * @param held what other open requests hold on the account that the money comes from
 * @param tableVersion the version of the authority table by which it was weighed
 */
public record Weighed(
    BudgetChange change,
    Budget budget,
    Cumulative before,
    Money held,
    AuthorityFacts facts,
    Ruling ruling,
    int tableVersion) {}
