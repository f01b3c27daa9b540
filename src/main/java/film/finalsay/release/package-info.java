/** How a film comes out: the marketing and distribution plan, and the dates that follow from it. */
package film.finalsay.release;
