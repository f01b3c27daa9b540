/** Opening again what was approved, which nothing else can do. */
package film.finalsay.reopening;
