package film.finalsay.delivery;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * One thing that a distributor gets.
 *
 * @param number from 1, one of its film's own
 * @param item such as {@code DCP}; one of its distributor's own, however it is capitalized
 * @param specification empty if none is agreed
 * @param essential whether the film is not delivered without it
 * @param due the last day; null if none is agreed
 * @param evidence SHA-256 of a document of the film; null if nothing shows it
 * @param note empty for none
 */
public record DeliveryItem(
    @JsonIgnore String filmId,
    int number,
    String distributor,
    String item,
    String specification,
    boolean essential,
    LocalDate due,
    ItemState state,
    String evidence,
    String note,
    String setBy,
    Instant setAt) {

  /** As a form names it: {@code DCP for Northlight, due 2027-01-31: sent}. */
  public String inWords() {
    return "%s for %s%s: %s"
        .formatted(item, distributor, due == null ? "" : ", due " + due, state.inWords());
  }

  boolean stands(String forDistributor, String name) {
    return distributor.equalsIgnoreCase(forDistributor) && item.equalsIgnoreCase(name);
  }

  boolean isNamedIn(String text) {
    return text.toLowerCase(Locale.ROOT).contains(item.toLowerCase(Locale.ROOT));
  }

  /** The same as agreed anew; where it stands is kept. */
  DeliveryItem agreed(AgreedItem anew, String person, Instant when) {
    return new DeliveryItem(
        filmId,
        number,
        distributor,
        item,
        anew.specification(),
        anew.essential(),
        anew.due(),
        state,
        evidence,
        note,
        person,
        when);
  }

  DeliveryItem in(ItemState newState, String shownBy, String newNote, String person, Instant when) {
    return new DeliveryItem(
        filmId,
        number,
        distributor,
        item,
        specification,
        essential,
        due,
        newState,
        shownBy,
        newNote,
        person,
        when);
  }
}
