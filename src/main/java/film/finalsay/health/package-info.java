/** Whether the product still does its work, and its end where it cannot any more. */
package film.finalsay.health;
