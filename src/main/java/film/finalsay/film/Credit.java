package film.finalsay.film;

/**
 * What the titles call somebody, such as an actor's {@code Executive Producer}. It gives no
 * authority: who decides goes by the roles on the team alone.
 */
public record Credit(long id, String filmId, String person, String title) {}
