package film.finalsay.greenlight;

/**
 * An item of which no other record tells, as somebody set it.
 *
 * @param owner who on the film's team sees to it; null if nobody is named
 */
public record KeptItem(PackageItem item, ItemState state, String owner, Evidence evidence) {

  static KeptItem unset(PackageItem item) {
    return new KeptItem(item, ItemState.MISSING, null, new Evidence(null, null));
  }
}
