/** What people do from request to effect, over HTTP and nothing else. */
package film.finalsay.journey;
