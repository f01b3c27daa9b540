/** The budget change and the budget lock as processes: their names and their steps. */
package film.finalsay.budget.process;
