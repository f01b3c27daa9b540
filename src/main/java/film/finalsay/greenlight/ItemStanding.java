package film.finalsay.greenlight;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How an item of a package stands.
 *
 * @param required whether the package table asks for it
 * @param words what is there, as in {@code Draft 2, the approved script}; empty if nothing is
 * @param lacks what it lacks, and why it is asked for, in sentences; null if it is in hand
 */
public record ItemStanding(
    @JsonIgnore PackageItem item,
    ItemState state,
    boolean required,
    @JsonProperty("evidence") String words,
    @JsonIgnore String lacks) {

  @JsonProperty("item")
  public String title() {
    return item.title();
  }

  boolean isMissed() {
    return required && state != ItemState.IN_HAND;
  }

  /** {@code in hand}; what is not asked for is not missing. */
  String standing() {
    return state == ItemState.MISSING && !required ? "not asked for" : state.inWords();
  }
}
