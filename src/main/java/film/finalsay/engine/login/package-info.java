/** Who is logged in: passwords, single sign-on, sessions, and what the engine is told of them. */
package film.finalsay.engine.login;
