/** Budget changes: what may be asked for, who decides it, and what it does to the money. */
package film.finalsay.budget.change;
