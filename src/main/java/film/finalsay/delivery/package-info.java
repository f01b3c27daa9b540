/** What a film's distributors get, and who signs and accepts that it is delivered. */
package film.finalsay.delivery;
