package film.finalsay.engine.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import film.finalsay.engine.login.HashingBench.Line;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Every password that is tried, at whatever door, is tried here. The engine counts the wrong ones
 * and makes the person wait; while they wait nothing is hashed, and they go on working where they
 * logged in with the right password a while ago.
 */
@Component
class PasswordCheck {

  private static final Logger LOG = LoggerFactory.getLogger(PasswordCheck.class);

  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,64}");
  private static final int LONGEST_PASSWORD = 1_000;
  private static final int MOST_REMEMBERED = 10_000;
  private static final int MOST_STRANGERS = 10_000;
  private static final int MOST_PEOPLE_IN_LINE = 64;
  private static final int MOST_STRANGERS_IN_LINE = 16;
  private static final int MOST_HASHING = 4;
  private static final Duration BUSY = Duration.ofSeconds(2);

  enum Outcome {
    GOOD,
    WRONG,
    /** Too many wrong passwords for this name of late. */
    WAITING,
    /** Too many logins of all names at this moment. */
    BUSY
  }

  /**
   * @param pause until it is worth trying again; zero unless it was not looked at
   * @param kept the hash on file that the good password has; null for any other
   */
  record Verdict(Outcome outcome, Duration pause, String kept) {

    private static final Verdict WRONG = new Verdict(Outcome.WRONG, Duration.ZERO, null);

    private static Verdict good(String kept) {
      return new Verdict(Outcome.GOOD, Duration.ZERO, kept);
    }

    private static Verdict later(Outcome outcome, Duration pause) {
      return new Verdict(outcome, pause, null);
    }

    boolean isGood() {
      return outcome == Outcome.GOOD;
    }
  }

  private record Tries(int count, Instant waitsUntil) {
    private static final Tries NONE = new Tries(0, Instant.EPOCH);
  }

  private final Argon2Passwords argon2;
  private final KeyedDigest digest = new KeyedDigest();
  private final RememberedLogins remembered;

  /** Names that nobody has: they wait as a person would, or the waiting would tell who exists. */
  private final Cache<String, Tries> strangers =
      Caffeine.newBuilder().maximumSize(MOST_STRANGERS).build();

  private final HashingBench bench =
      new HashingBench(
          Math.min(MOST_HASHING, Runtime.getRuntime().availableProcessors()),
          MOST_PEOPLE_IN_LINE,
          MOST_STRANGERS_IN_LINE);

  private ProcessEngineConfigurationImpl engine;

  PasswordCheck(Argon2Passwords argon2, Clock clock) {
    this.argon2 = argon2;
    this.remembered = new RememberedLogins(digest, clock, MOST_REMEMBERED);
  }

  /** Before the engine is built: it is this engine's people who log in. */
  void of(ProcessEngineConfigurationImpl engine) {
    this.engine = engine;
  }

  /**
   * @param address whence it is tried
   */
  Verdict of(String name, String password, String address) {
    if (name == null
        || password == null
        || !NAME.matcher(name).matches()
        || password.length() > LONGEST_PASSWORD) {
      return Verdict.WRONG;
    }
    UserEntity person = person(name);
    Verdict known = withoutHashing(person, name, password, address);
    return known == null ? inTurn(line(person), name, password, address) : known;
  }

  /**
   * One at a time for each name, so that of a hundred guesses at once the first makes the others
   * wait, and of a hundred requests of a script that starts the first is remembered for the others.
   */
  private Verdict inTurn(Line line, String name, String password, String address) {
    synchronized (bench.turn(line, digest.of(name))) {
      UserEntity person = person(name);
      Verdict known = withoutHashing(person, name, password, address);
      if (known != null) {
        return known;
      }
      // whoever guesses at a time when an invented name is not looked at learns of no name
      boolean strangersAreBusy = bench.isFull(Line.STRANGERS, address);
      if (!bench.take(line(person), address)) {
        return Verdict.later(Outcome.BUSY, BUSY);
      }
      try {
        Verdict verdict =
            isSomebody(person) ? hashed(person, password, address) : wrongFor(name, password);
        return !verdict.isGood() && strangersAreBusy ? Verdict.later(Outcome.BUSY, BUSY) : verdict;
      } finally {
        bench.leave();
      }
    }
  }

  private static Line line(UserEntity person) {
    return isSomebody(person) ? Line.PEOPLE : Line.STRANGERS;
  }

  /**
   * @return null if the password has to be hashed
   */
  private Verdict withoutHashing(UserEntity person, String name, String password, String address) {
    Instant waitsUntil = isSomebody(person) ? waitsUntil(person) : triesOf(name).waitsUntil();
    if (isSomebody(person)
        && !waitsUntil.equals(Instant.MAX)
        && remembered.knows(name, address, password, person.getPassword())) {
      return Verdict.good(person.getPassword());
    }
    Instant now = ClockUtil.getCurrentTime().toInstant();
    if (!waitsUntil.isAfter(now)) {
      return null;
    }
    remembered.guessed(name, address);
    return waiting(now, waitsUntil);
  }

  private Verdict hashed(UserEntity person, String password, String address) {
    String name = person.getId();
    boolean good =
        inEngine(context -> context.getReadOnlyIdentityProvider().checkPassword(name, password));
    if (!good) {
      if (!argon2.isKeptThisWay(person.getPassword())) {
        argon2.checkNobodys(password);
      }
      return Verdict.WRONG;
    }
    String kept =
        argon2.isKeptThisWay(person.getPassword())
            ? person.getPassword()
            : keptTodaysWay(person, password);
    remembered.remember(name, address, password, kept);
    return Verdict.good(kept);
  }

  private Verdict wrongFor(String stranger, String password) {
    argon2.checkNobodys(password);
    int tries = triesOf(stranger).count() + 1;
    Instant waitsUntil = ClockUtil.getCurrentTime().toInstant().plus(delay(tries));
    strangers.put(digest.of(stranger), new Tries(tries, waitsUntil));
    return Verdict.WRONG;
  }

  private Tries triesOf(String stranger) {
    return Objects.requireNonNullElse(strangers.getIfPresent(digest.of(stranger)), Tries.NONE);
  }

  /**
   * The login is good also when somebody else changes the person at the same moment; a new password
   * that they are given stays.
   *
   * @return the hash that is on file for this password
   */
  private String keptTodaysWay(UserEntity checked, String password) {
    try {
      return inEngine(
          context -> {
            UserEntity person = person(context, checked.getId());
            if (person != null && checked.getPassword().equals(person.getPassword())) {
              person.setPassword(password);
              context.getWritableIdentityProvider().saveUser(person);
              return person.getPassword();
            }
            return checked.getPassword();
          });
    } catch (RuntimeException notNow) {
      LOG.info(
          "The password of {} is hashed anew at the next login: {}",
          checked.getId(),
          notNow.toString());
      return checked.getPassword();
    }
  }

  private UserEntity person(String name) {
    return inEngine(context -> person(context, name));
  }

  private static UserEntity person(CommandContext context, String name) {
    return (UserEntity) context.getReadOnlyIdentityProvider().findUserById(name);
  }

  /** Whoever has no password, as those who come by single sign-on, has nothing to log in with. */
  private static boolean isSomebody(UserEntity person) {
    return person != null && person.getPassword() != null;
  }

  private Instant waitsUntil(UserEntity person) {
    if (person.getAttempts() >= engine.getLoginMaxAttempts()) {
      return Instant.MAX;
    }
    Date until = person.getLockExpirationTime();
    return until == null ? Instant.EPOCH : until.toInstant();
  }

  private static Verdict waiting(Instant now, Instant until) {
    Duration pause = until.equals(Instant.MAX) ? Duration.ofDays(1) : Duration.between(now, until);
    return Verdict.later(Outcome.WAITING, pause);
  }

  /** As the engine reckons it for a person. */
  private Duration delay(int tries) {
    double seconds =
        engine.getLoginDelayBase() * Math.pow(engine.getLoginDelayFactor(), tries - 1.0);
    return Duration.ofSeconds((long) Math.min(seconds, engine.getLoginDelayMaxTime()));
  }

  private <T> T inEngine(Function<CommandContext, T> work) {
    return engine
        .getCommandExecutorTxRequired()
        .execute(context -> context.runWithoutAuthorization(() -> work.apply(context)));
  }
}
