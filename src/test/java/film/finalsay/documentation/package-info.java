/** The pages of the documentation: those written from the product, and what holds for all. */
package film.finalsay.documentation;
