package film.finalsay.cost;

/**
 * A variance that somebody is asked to explain.
 *
 * @param report the number of the cost report
 * @param cost the account as the report has it, beside the budget as it stood then
 * @param explainer who has to explain it
 */
record Variance(int report, AccountCost cost, Explainer explainer) {}
