package film.finalsay.film;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What the titles call somebody, such as an actor's {@code Executive Producer}. It gives no
 * authority: who decides goes by the roles on the team alone.
 *
 * @param person a login, or the name of somebody who has none
 */
public record Credit(long id, @JsonIgnore String filmId, String person, String title) {}
