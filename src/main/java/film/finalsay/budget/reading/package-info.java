/** Reads budgets from the files that budgeting software and spreadsheets write. */
package film.finalsay.budget.reading;
