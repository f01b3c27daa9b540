package film.finalsay.film;

/**
 * Who is asking.
 *
 * @param person the login
 * @param administrator whether they run the system, and so see every film; deciding is no part of
 *     that
 */
public record Viewer(String person, boolean administrator) {}
