/**
 * The doors of the product, and who is let in at each; what a person may decide once inside is the
 * decision desk's.
 */
package film.finalsay.security;
