/** Budgets over REST. */
package film.finalsay.budget.web;
