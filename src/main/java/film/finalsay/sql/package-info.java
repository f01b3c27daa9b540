/** Rows of the database by the names of their columns. */
package film.finalsay.sql;
