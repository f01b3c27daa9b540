package film.finalsay.register;

import java.util.Map;

/**
 * What an approval did.
 *
 * @param facts what exactly, by name, for the ledger
 * @param then what follows from it, once that is in the ledger
 */
public record Applied(Map<String, String> facts, Runnable then) {

  static final Applied NOTHING = with(Map.of());

  public static Applied with(Map<String, String> facts) {
    return new Applied(facts, () -> {});
  }

  public Applied then(Runnable follows) {
    return new Applied(facts, follows);
  }
}
