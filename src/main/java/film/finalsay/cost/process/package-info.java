/** What follows from a cost report as processes: their names and their steps. */
package film.finalsay.cost.process;
