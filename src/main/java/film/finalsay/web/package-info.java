/** What all our HTTP has in common: problems, pages, the API's own documentation. */
package film.finalsay.web;
