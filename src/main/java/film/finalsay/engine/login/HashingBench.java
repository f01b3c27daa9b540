package film.finalsay.engine.login;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * Hashing takes memory and a processor: so many at a time, so many more in line, and who comes then
 * is asked to come back. Names that nobody has stand in a line of their own, and the lines take
 * turns: however many names are invented, a person waits for those before them in theirs. And no
 * address has more than half of a line.
 */
final class HashingBench {

  enum Line {
    PEOPLE,
    STRANGERS;

    private Line other() {
      return this == PEOPLE ? STRANGERS : PEOPLE;
    }
  }

  private static final int TURNS = 1024;

  private record Waiting(String address, Semaphore turn) {}

  private final Map<Line, Deque<Waiting>> lines = new EnumMap<>(Line.class);
  private final Map<Line, Integer> lengths;
  private final Map<Line, Object[]> turns = new EnumMap<>(Line.class);
  private int free;
  private Line next = Line.PEOPLE;

  HashingBench(int places, int people, int strangers) {
    this.free = places;
    this.lengths = Map.of(Line.PEOPLE, people, Line.STRANGERS, strangers);
    for (Line line : Line.values()) {
      lines.put(line, new ArrayDeque<>());
      turns.put(line, Stream.generate(Object::new).limit(TURNS).toArray());
    }
  }

  /**
   * The lock of a name, or of a few; none of a person's is that of an invented name, as whoever
   * invents names would make people wait.
   */
  Object turn(Line line, String name) {
    return turns.get(line)[Math.floorMod(name.hashCode(), TURNS)];
  }

  /**
   * @return whether there is a place; whoever got one has to {@link #leave}
   */
  boolean take(Line line, String address) {
    Waiting waiting = new Waiting(address, new Semaphore(0));
    synchronized (this) {
      if (isFull(line, address)) {
        return false;
      }
      lines.get(line).add(waiting);
      callNext();
    }
    waiting.turn().acquireUninterruptibly();
    return true;
  }

  synchronized boolean isFull(Line line, String address) {
    Deque<Waiting> waiting = lines.get(line);
    int most = lengths.get(line);
    long fromThere = waiting.stream().filter(one -> one.address().equals(address)).count();
    return waiting.size() >= most || fromThere >= (most + 1) / 2;
  }

  synchronized void leave() {
    free++;
    callNext();
  }

  private void callNext() {
    while (free > 0 && !(lines.get(Line.PEOPLE).isEmpty() && lines.get(Line.STRANGERS).isEmpty())) {
      Line turn = lines.get(next).isEmpty() ? next.other() : next;
      next = turn.other();
      free--;
      lines.get(turn).remove().turn().release();
    }
  }
}
