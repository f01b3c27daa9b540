/** Budgets and budget changes: versions, accounts, balances, and what may be done to them. */
package film.finalsay.budget;
