/** The slate over REST. */
package film.finalsay.slate.web;
