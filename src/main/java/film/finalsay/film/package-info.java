/**
 * The film being made: its facts, its team, its documents, and what others may ask of its budget
 * and script.
 */
package film.finalsay.film;
