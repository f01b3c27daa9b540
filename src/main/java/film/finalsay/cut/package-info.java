/** The cuts of a film, whose the final cut is, and what is approved and locked of them. */
package film.finalsay.cut;
