/** Cost reports: what a film has cost, what it will cost, and what follows when that is too much. */
package film.finalsay.cost;
