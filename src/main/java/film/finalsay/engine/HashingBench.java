package film.finalsay.engine;

import java.util.concurrent.Semaphore;

/**
 * Hashing takes memory and a processor: so many at a time, so many more in line, and who comes then
 * is asked to come back. Everybody who is already logged in goes on working.
 */
final class HashingBench {

  private final Semaphore line;
  private final Semaphore places;

  HashingBench(int places, int waiting) {
    this.line = new Semaphore(places + waiting);
    this.places = new Semaphore(places, true);
  }

  /**
   * @return whether there is a place; whoever got one has to {@link #leave}
   */
  boolean take() {
    if (!line.tryAcquire()) {
      return false;
    }
    places.acquireUninterruptibly();
    return true;
  }

  void leave() {
    places.release();
    line.release();
  }
}
