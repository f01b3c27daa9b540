package film.finalsay.film;

import com.fasterxml.jackson.annotation.JsonIgnore;
import film.finalsay.approval.Role;
import film.finalsay.approval.Scope;
import java.time.LocalDate;

/**
 * A person in a role on one film's team. The same person may hold other roles on other films.
 *
 * @param from first day, UTC
 * @param to last day, UTC; null for an open end
 * @param scope what the role is for; only a producer's can be for less than everything
 */
public record TeamMember(
    @JsonIgnore String filmId,
    String person,
    Role role,
    LocalDate from,
    LocalDate to,
    Scope scope) {

  /** For everything. */
  public TeamMember(String filmId, String person, Role role, LocalDate from, LocalDate to) {
    this(filmId, person, role, from, to, Scope.ALL);
  }

  /** Whether the role is for this: one that is for everything always is. */
  boolean isFor(Scope matter) {
    return scope == Scope.ALL || scope == matter;
  }

  /** Whether the person holds the role on a day. */
  boolean isOn(LocalDate day) {
    return !from.isAfter(day) && (to == null || !to.isBefore(day));
  }
}
