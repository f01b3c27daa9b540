/** The slate: all films that one is on with their figures, the ones at risk first. */
package film.finalsay.slate;
