/** The engine's people, groups and rights, and which of its tasks each of them sees. */
package film.finalsay.engine.people;
