/** Release plans over REST. */
package film.finalsay.release.web;
