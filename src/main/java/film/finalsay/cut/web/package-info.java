/** The REST API of cuts and of the final cut. */
package film.finalsay.cut.web;
