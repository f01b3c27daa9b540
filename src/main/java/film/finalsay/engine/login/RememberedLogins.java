package film.finalsay.engine.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Good logins of the last minutes, so that a script does not pay for the hash at every request. A
 * login is known, from the address it came from, by a keyed digest of the password and the hash
 * that is on file: a new password is another digest, and the password itself is nowhere.
 */
final class RememberedLogins {

  static final Duration UNUSED = Duration.ofMinutes(15);
  static final int MOST_GUESSES = 10;

  private record Login(String digest, Instant forgottenAt, int guesses) {}

  private final KeyedDigest digest;
  private final Clock clock;
  private final Map<String, Login> logins;

  RememberedLogins(KeyedDigest digest, Clock clock, int most) {
    this.digest = digest;
    this.clock = clock;
    this.logins =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Login> eldest) {
            return size() > most;
          }
        };
  }

  /** Whether this was a good login a short while ago; if so, it stays one for another while. */
  boolean knows(String person, String address, String password, String kept) {
    String who = digest.of(person, address);
    String login = digest.of(person, password, kept);
    Instant now = clock.instant();
    synchronized (logins) {
      Login known = logins.get(who);
      if (known == null || !known.digest().equals(login)) {
        return false;
      }
      if (now.isAfter(known.forgottenAt())) {
        logins.remove(who);
        return false;
      }
      logins.put(who, new Login(login, now.plus(UNUSED), known.guesses()));
      return true;
    }
  }

  void remember(String person, String address, String password, String kept) {
    String who = digest.of(person, address);
    String login = digest.of(person, password, kept);
    synchronized (logins) {
      logins.put(who, new Login(login, clock.instant().plus(UNUSED), 0));
    }
  }

  /**
   * A wrong password while the person has to wait, when nothing else counts it: after a few of them
   * the login is forgotten, or one could guess here as fast as one can ask.
   */
  void guessed(String person, String address) {
    String who = digest.of(person, address);
    synchronized (logins) {
      logins.computeIfPresent(
          who,
          (key, known) ->
              known.guesses() + 1 >= MOST_GUESSES
                  ? null
                  : new Login(known.digest(), known.forgottenAt(), known.guesses() + 1));
    }
  }

  int size() {
    synchronized (logins) {
      return logins.size();
    }
  }
}
