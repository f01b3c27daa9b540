/** Decision tables: asked, tried before they count, watched, and their reasons in words. */
package film.finalsay.engine.tables;
