package film.finalsay.authority;

/**
 * A ruling, and by which table.
 *
 * @param version the one that counted when the request was first asked for
 */
public record Ruled(Ruling ruling, String table, int version) {}
