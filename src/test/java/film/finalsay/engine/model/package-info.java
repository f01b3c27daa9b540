/** How far a model reaches, tried with an engine of its own. */
package film.finalsay.engine.model;
