/** The committee that votes on a greenlight before the executive producer has the final say. */
package film.finalsay.greenlight.committee;
