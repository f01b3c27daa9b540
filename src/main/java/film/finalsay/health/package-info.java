/** Tells if the product still does its work, and ends it where it cannot any more. */
package film.finalsay.health;
