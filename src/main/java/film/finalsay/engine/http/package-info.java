/** The doors in front of the engine's REST APIs: what is sent, what is refused, and its lists. */
package film.finalsay.engine.http;
