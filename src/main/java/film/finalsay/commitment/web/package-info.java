/** Commitments over REST. */
package film.finalsay.commitment.web;
