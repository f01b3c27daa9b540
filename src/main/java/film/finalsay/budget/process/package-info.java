/** The budget change as a process: its names and its steps. */
package film.finalsay.budget.process;
