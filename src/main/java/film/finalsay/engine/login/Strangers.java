package film.finalsay.engine.login;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Names that nobody has, with how often they were tried: they are made to wait as a person would
 * be, or the waiting would tell who exists.
 */
final class Strangers {

  private record Tries(int count, Instant waitsUntil) {}

  private final Map<String, Tries> tries;

  Strangers(int most) {
    tries =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > most;
          }
        };
  }

  /**
   * @return until when this name waits; the past if it does not
   */
  synchronized Instant waitsUntil(String name) {
    Tries before = tries.get(name);
    return before == null ? Instant.EPOCH : before.waitsUntil();
  }

  /**
   * @param waitsUntil by how often the name was tried
   */
  synchronized void tried(String name, IntFunction<Instant> waitsUntil) {
    Tries before = tries.get(name);
    int count = before == null ? 1 : before.count() + 1;
    tries.put(name, new Tries(count, waitsUntil.apply(count)));
  }
}
