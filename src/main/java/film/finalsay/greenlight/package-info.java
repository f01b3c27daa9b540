/** The greenlight: the decision to spend the production money, and the package it is decided on. */
package film.finalsay.greenlight;
