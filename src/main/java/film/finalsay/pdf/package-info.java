/** What the PDF pages of the product are made of. */
package film.finalsay.pdf;
