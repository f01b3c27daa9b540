package film.finalsay.film;

import film.finalsay.approval.Role;

/**
 * Who does something to a film, for its ledger.
 *
 * @param role in which they do it; null for an administrator
 */
public record Actor(String person, Role role) {}
