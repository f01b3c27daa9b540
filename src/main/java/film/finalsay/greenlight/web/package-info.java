/** Committees and conditions of greenlights over REST. */
package film.finalsay.greenlight.web;
