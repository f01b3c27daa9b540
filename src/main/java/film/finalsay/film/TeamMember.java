package film.finalsay.film;

import com.fasterxml.jackson.annotation.JsonIgnore;
import film.finalsay.approval.Role;
import java.time.LocalDate;

/**
 * A person in a role on one film's team. The same person may hold other roles on other films.
 *
 * @param from first day, UTC
 * @param to last day, UTC; null for an open end
 */
public record TeamMember(
    @JsonIgnore String filmId, String person, Role role, LocalDate from, LocalDate to) {

  /** Whether the person holds the role on a day. */
  boolean isOn(LocalDate day) {
    return !from.isAfter(day) && (to == null || !to.isBefore(day));
  }
}
