package film.finalsay.greenlight;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * An item of which no other record tells, as somebody set it.
 *
 * @param owner who on the film's team sees to it; null if nobody is named
 */
public record KeptItem(
    PackageItem item, ItemState state, String owner, @JsonUnwrapped Evidence evidence) {

  /** The one of a list; missing if nobody has set it. */
  static KeptItem among(List<KeptItem> items, PackageItem item) {
    return items.stream().filter(one -> one.item == item).findFirst().orElse(unset(item));
  }

  static KeptItem unset(PackageItem item) {
    return new KeptItem(item, ItemState.MISSING, null, new Evidence(null, null));
  }
}
