package film.finalsay.budget;

/**
 * The request to lock a version.
 *
 * @param version a version of the film's budget that exists
 * @param note what the others should know of it; empty if there is nothing
 */
public record BudgetLock(int version, String note) {}
