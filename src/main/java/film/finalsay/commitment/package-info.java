/** Money that the film owes by what was approved, before it is spent. */
package film.finalsay.commitment;
