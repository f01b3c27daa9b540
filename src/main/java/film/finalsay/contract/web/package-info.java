/** Contracts over REST. */
package film.finalsay.contract.web;
