package film.finalsay.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import film.finalsay.approval.Role;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Something that happened on a film, read from left to right: {@code
 * Event.of(DECIDED).on("NOVA-BC-1").by("coexec1", CO_EXECUTIVE_PRODUCER).onBehalfOf(PRODUCER)
 * .saw(sha256).with("outcome", APPROVE)}.
 *
 * @param approvalKey null if it belongs to no approval
 * @param person null for the product itself
 * @param role in which the person acted; null if in none, as an administrator
 * @param onBehalfOf the role that was asked, where a higher one answered for it; null otherwise
 * @param seen the SHA-256 of what was shown to the person; null if nothing was
 * @param facts what exactly, by name; neither null nor with null in it
 */
public record Event(
    Happening happening,
    @JsonProperty("approval") String approvalKey,
    String person,
    Role role,
    Role onBehalfOf,
    String seen,
    Map<String, String> facts) {

  public Event {
    Objects.requireNonNull(happening, "happening");
    TreeMap<String, String> sorted = new TreeMap<>(facts);
    sorted.forEach((name, value) -> Objects.requireNonNull(value, name));
    facts = Collections.unmodifiableSortedMap(sorted);
  }

  /** By the product itself, until it is said by whom. */
  public static Event of(Happening happening) {
    return new Event(happening, null, null, null, null, null, Map.of());
  }

  public Event on(String approval) {
    return new Event(happening, approval, person, role, onBehalfOf, seen, facts);
  }

  /**
   * @param as null for an administrator, who needs no role on the team
   */
  public Event by(String who, Role as) {
    return new Event(happening, approvalKey, who, as, onBehalfOf, seen, facts);
  }

  public Event onBehalfOf(Role asked) {
    return new Event(happening, approvalKey, person, role, asked, seen, facts);
  }

  public Event saw(String sha256) {
    return new Event(happening, approvalKey, person, role, onBehalfOf, sha256, facts);
  }

  /** One fact more, as the value writes itself; what is null is no fact and is left out. */
  public Event with(String name, Object value) {
    return value == null ? this : with(Map.of(name, value.toString()));
  }

  public Event with(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(facts);
    all.putAll(more);
    return new Event(happening, approvalKey, person, role, onBehalfOf, seen, all);
  }
}
