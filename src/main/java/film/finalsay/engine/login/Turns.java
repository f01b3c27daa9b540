package film.finalsay.engine.login;

import film.finalsay.engine.login.HashingBench.Line;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One lock for each name, or for a few; none for a person's is that of an invented name, as whoever
 * invents names would make people wait.
 */
final class Turns {

  private static final int MANY = 1024;

  private final Map<Line, Object[]> locks = Map.of(Line.PEOPLE, locks(), Line.STRANGERS, locks());

  Object of(Line line, String name) {
    return locks.get(line)[Math.floorMod(name.hashCode(), MANY)];
  }

  private static Object[] locks() {
    return IntStream.range(0, MANY).mapToObj(lock -> new Object()).toArray(Object[]::new);
  }
}
