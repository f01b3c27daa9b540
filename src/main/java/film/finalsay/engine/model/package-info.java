/** How far a model reaches: what its expressions may call, and what it may hold to be deployed. */
package film.finalsay.engine.model;
