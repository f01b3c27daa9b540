package film.finalsay.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The places for requests that take much time or memory: so many for one person, so that nobody
 * takes them all, and in all as many as the memory bears. Whoever finds them taken by others waits
 * a while for one.
 */
@Component
class Room {

  /** What one of them may take up: two scripts of 10 MB compared, a document of 50 MB copied. */
  private static final long BYTES_OF_ONE = 256L * 1024 * 1024;

  private static final int MOST_OF_ONE_PERSON = 2;
  private static final int MOST_WAITING = 32;
  private static final String SECONDS = "5";

  private final Semaphore places = new Semaphore(most(Runtime.getRuntime()), true);
  private final Semaphore waiting = new Semaphore(MOST_WAITING);
  private final Map<String, Integer> taken = new ConcurrentHashMap<>();
  private final Problems problems;
  private final Duration patience;

  Room(
      Problems problems, @Value("${final-say.expensive-requests.patience:10s}") Duration patience) {
    this.problems = problems;
    this.patience = patience;
  }

  private static int most(Runtime machine) {
    long byMemory = machine.maxMemory() / 2 / BYTES_OF_ONE;
    return (int) Math.max(1, Math.min(byMemory, 2L * machine.availableProcessors()));
  }

  /**
   * Takes a place, to be given back with {@link #leave}.
   *
   * @return false if there is none, which was answered
   */
  boolean enter(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String person = person(request);
    if (taken.merge(person, 1, Integer::sum) > MOST_OF_ONE_PERSON) {
      return refused(
          person,
          "You have %d large requests under way; wait for their answers."
              .formatted(MOST_OF_ONE_PERSON),
          response);
    }
    return isPlaceLeft()
        || refused(person, "Many people ask for much at this moment; try again shortly.", response);
  }

  void leave(HttpServletRequest request) {
    places.release();
    giveBack(person(request));
  }

  private static String person(HttpServletRequest request) {
    Principal person = request.getUserPrincipal();
    return person == null ? request.getRemoteAddr() : person.getName();
  }

  private boolean isPlaceLeft() {
    if (places.tryAcquire()) {
      return true;
    }
    if (!waiting.tryAcquire()) {
      return false;
    }
    try {
      return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      waiting.release();
    }
  }

  private boolean refused(String person, String reason, HttpServletResponse response)
      throws IOException {
    giveBack(person);
    response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
    problems.writeTryLater(reason, response);
    return false;
  }

  private void giveBack(String person) {
    taken.computeIfPresent(person, (who, count) -> count == 1 ? null : count - 1);
  }
}
