/** Who decides, as the production office says it in decision tables. */
package film.finalsay.authority;
