/** The HTTP that all features share: problems, pages, the API's own documentation. */
package film.finalsay.web;
