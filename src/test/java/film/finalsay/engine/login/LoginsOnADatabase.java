package film.finalsay.engine.login;

import static java.util.concurrent.CompletableFuture.anyOf;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.engine.EngineSetup;
import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.TestFilm;
import film.finalsay.support.Trust;
import film.finalsay.support.WebSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a password is worth on every database: how it is kept, what checking it costs, and what
 * guessing it leads to.
 */
abstract class LoginsOnADatabase {

  private static final int GUESSES = Trust.count(300, 1_000);
  private static final int AT_ONCE = 50;
  private static final String WHO_AM_I = "/api/films";
  private static final String RIGHT = "the light stays on all night";
  private static final String WRONG = "the light goes out";
  private static final String ELSEWHERE = "203.0.113.7";
  private static final String FLOODED = "203.0.113.8";
  private static final int INVENTED = 128;
  private static final int MOST_BEFORE = 4;

  private static final Duration LONGER_THAN_ANYBODY_WAITS = Duration.ofMinutes(6);

  @LocalServerPort int port;
  @Autowired IdentityService identity;
  @Autowired JdbcClient database;
  @Autowired EngineSetup setup;
  @Autowired WatchedPasswords hashing;

  private String person;

  @BeforeEach
  void somebodyNew() {
    person = "p" + UUID.randomUUID().toString().replace("-", "");
    setPassword(identity.newUser(person), RIGHT);
    identity.createMembership(person, "producer");
    hashing.anew();
    // nobody's waiting ends while a slow machine works
    ClockUtil.setCurrentTime(new Date());
  }

  @AfterEach
  void today() {
    ClockUtil.reset();
  }

  @Test
  void aPasswordIsKeptByArgon2id() {
    assertThat(kept()).startsWith("{argon2id}$argon2id$v=19$");
    assertThat(who(RIGHT).status()).isEqualTo(200);
    assertThat(who(WRONG).status()).isEqualTo(401);
  }

  @Test
  void aPasswordThatTheEngineKeptItsOwnWayStillOpensAndIsKeptOursFromThenOn() {
    String salt = "salt";
    keep("{SHA-512}" + new Sha512HashDigest().encrypt(RIGHT + salt), salt);

    assertThat(who(WRONG).status()).isEqualTo(401);
    assertThat(kept()).startsWith("{SHA-512}");
    timePasses();
    assertThat(who(RIGHT).status()).isEqualTo(200);
    assertThat(kept()).startsWith("{argon2id}");
    assertThat(who(RIGHT).status()).isEqualTo(200);
    assertThat(who(WRONG).status()).isEqualTo(401);
  }

  @Test
  void ofAHundredRequestsOnePaysForTheHash() {
    List<Answer> answers = IntStream.range(0, 100).mapToObj(i -> who(RIGHT)).toList();

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    assertThat(hashes()).isEqualTo(1);
  }

  @Test
  void ofAHundredRequestsAtOnceOnePaysForTheHash() {
    List<Integer> answers = atOnce(100, i -> who(RIGHT).status());

    assertThat(answers).containsOnly(200);
    assertThat(hashes()).isEqualTo(1);
  }

  @Test
  void aWrongPasswordIsHashedOnce() {
    assertThat(who(WRONG).status()).isEqualTo(401);
    assertThat(hashes()).isEqualTo(1);
  }

  @Test
  void aChangedPasswordCountsAtOnce() {
    assertThat(who(RIGHT).status()).isEqualTo(200);

    setPassword(user(), "another night, another light");

    assertThat(who(RIGHT).status()).isEqualTo(401);
    timePasses();
    assertThat(who("another night, another light").status()).isEqualTo(200);
  }

  @Test
  void whoeverIsDeletedIsOutAtOnce() {
    assertThat(who(RIGHT).status()).isEqualTo(200);

    identity.deleteUser(person);

    assertThat(who(RIGHT).status()).isEqualTo(401);
  }

  @Test
  void whoeverHasNoPasswordLogsInWithNone() {
    keep(null, null);

    assertThat(who(RIGHT).status()).isEqualTo(401);
    timePasses();
    assertThat(who("").status()).isEqualTo(401);
    timePasses();
    assertThat(who("null").status()).isEqualTo(401);
  }

  @Test
  void nothingTellsWhetherALoginExists() {
    String nobody = "nobody" + person;

    Answer wrong = who(WRONG);
    long forThePerson = hashes();
    hashing.anew();
    Answer unknown = Desk.of(port, nobody, WRONG).get(WHO_AM_I);

    assertThat(unknown.status()).isEqualTo(wrong.status()).isEqualTo(401);
    assertThat(unknown.text("detail")).isEqualTo(wrong.text("detail")).isNotBlank();
    assertThat(hashes()).isEqualTo(forThePerson).isEqualTo(1);
    assertThat(who(WRONG).status()).isEqualTo(429);
    assertThat(Desk.of(port, nobody, WRONG).get(WHO_AM_I).status()).isEqualTo(429);
    assertThat(hashes()).isEqualTo(1);
  }

  @Test
  void aNameThatNobodyCanHaveIsRefusedLikeAnyOther() {
    for (String name : List.of("", " ", "a\u0000b", "x".repeat(1000), "*", "{}", "Ünï", "a b")) {
      Answer answer = Desk.of(port, name, WRONG).get(WHO_AM_I);
      assertThat(answer.status()).as(name).isEqualTo(401);
      assertThat(answer.contentType()).startsWith("application/problem+json");
    }
  }

  @Test
  void whoeverGuessesWaitsAndIsToldSo() {
    assertThat(who(WRONG).status()).isEqualTo(401);

    Answer guess = who(WRONG);
    assertThat(guess.status()).isEqualTo(429);
    assertThat(guess.contentType()).startsWith("application/problem+json");
    assertThat(guess.text("detail")).contains("Try again in");
    assertThat(who(RIGHT).status()).as("the right password, while they wait").isEqualTo(429);
    assertThat(new WebSession(port).login(person, RIGHT).statusCode())
        .as("the right password in the Tasklist")
        .isEqualTo(401);
    assertThat(hashes()).as("nothing is hashed meanwhile").isEqualTo(1);

    timePasses();
    assertThat(who(RIGHT).status()).isEqualTo(200);
    assertThat(who(WRONG).status()).as("after a good login the count starts anew").isEqualTo(401);
  }

  @Test
  void everyDoorCountsTheWrongPasswordsOfAllDoors() {
    assertThat(new WebSession(port).login(person, WRONG).statusCode()).isEqualTo(401);
    assertThat(who(RIGHT).status()).isEqualTo(429);
    timePasses();
    assertThat(Desk.of(port, person, WRONG).get("/engine-rest/task").status()).isEqualTo(401);
    assertThat(new WebSession(port).login(person, RIGHT).statusCode()).isEqualTo(401);
    timePasses();
    assertThat(attempts()).isEqualTo(2);
    assertThat(who(RIGHT).status()).isEqualTo(200);
    assertThat(attempts()).isZero();
  }

  @Test
  void manyGuessesKeepNobodyFromTheirWork() {
    assertThat(who(RIGHT).status()).isEqualTo(200);
    Desk other = Desk.of(port, "line1");
    assertThat(other.get(WHO_AM_I).status()).isEqualTo(200);
    hashing.anew();

    record Round(int guess, Answer others, Answer own) {}
    List<Round> rounds =
        atOnce(
            GUESSES,
            i ->
                new Round(
                    guess(i),
                    i % 10 == 0 ? other.get(WHO_AM_I) : null,
                    i % 10 == 5 ? who(RIGHT) : null));

    assertThat(rounds).extracting(Round::guess).containsOnly(401, 429);
    assertThat(rounds)
        .extracting(Round::others)
        .filteredOn(Objects::nonNull)
        .allSatisfy(answer -> assertThat(answer.status()).as("%s", answer).isEqualTo(200));
    // at work since before, while their own password is guessed
    assertThat(rounds)
        .extracting(Round::own)
        .filteredOn(Objects::nonNull)
        .allSatisfy(answer -> assertThat(answer.status()).as("%s", answer).isEqualTo(200));
    assertThat(hashes()).as("guesses that were looked at").isEqualTo(1);
    assertThat(Desk.of(port, person, RIGHT).at(ELSEWHERE).get(WHO_AM_I).status())
        .as("the right password where it was not used before")
        .isEqualTo(429);

    timePasses();
    assertThat(Desk.of(port, person, RIGHT).at(ELSEWHERE).get(WHO_AM_I).status()).isEqualTo(200);
    assertThat(new WebSession(port).login(person, RIGHT).statusCode()).isEqualTo(200);
    assertThat(attempts()).isZero();
  }

  @Test
  void aRememberedLoginIsNoFasterWayToGuess() {
    assertThat(who(RIGHT).status()).isEqualTo(200);
    assertThat(who(WRONG).status()).isEqualTo(401);
    assertThat(who(RIGHT).status()).isEqualTo(200);

    for (int i = 0; i < RememberedLogins.MOST_GUESSES; i++) {
      assertThat(who(WRONG + i).status()).isEqualTo(429);
    }

    assertThat(who(RIGHT).status()).as("as for everybody else now").isEqualTo(429);
    timePasses();
    assertThat(who(RIGHT).status()).isEqualTo(200);
  }

  @Test
  void guessesAtManyNamesAtOnceAreAnsweredWithoutAnError() {
    List<Integer> answers =
        atOnce(200, i -> Desk.of(port, "nobody" + i + person, WRONG).get(WHO_AM_I).status());

    assertThat(answers).isSubsetOf(401, 429).contains(401);
  }

  /** Invented names are hashed one by one here, as the test lets them. */
  @Test
  void howeverManyNamesAreInventedAPersonGetsInAfterAFewHashes() throws Exception {
    Semaphore hashed = new Semaphore(0);
    hashing.holdUp(WRONG, hashed);
    ExecutorService browsers = Executors.newCachedThreadPool();
    try {
      List<CompletableFuture<Integer>> invented =
          IntStream.range(0, INVENTED)
              .mapToObj(i -> Desk.of(port, "nobody" + i + person, WRONG).at(FLOODED))
              .map(guess -> supplyAsync(() -> guess.get(WHO_AM_I).status(), browsers))
              .toList();
      anyOf(invented.toArray(CompletableFuture[]::new)).get(1, TimeUnit.MINUTES);

      for (String address : List.of(ELSEWHERE, FLOODED)) {
        Desk late = Desk.of(port, person, RIGHT).at(address);
        Future<Integer> answer = browsers.submit(() -> late.get(WHO_AM_I).status());
        int before = 0;
        while (!isDone(answer) && before <= MOST_BEFORE) {
          hashed.release();
          before++;
        }
        assertThat(before).as("hashes before, at %s", address).isLessThanOrEqualTo(MOST_BEFORE);
        assertThat(answer.get()).as("at %s", address).isEqualTo(200);
      }

      hashed.release(INVENTED);
      assertThat(invented)
          .extracting(guess -> guess.get(1, TimeUnit.MINUTES))
          .containsOnly(401, 429)
          .contains(401, 429);
    } finally {
      hashed.release(INVENTED);
      browsers.shutdown();
    }
  }

  /** Also if it takes its time: whoever is not asked for a hash of their own is soon answered. */
  private static boolean isDone(Future<?> answer) throws Exception {
    try {
      answer.get(2, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException notYet) {
      return false;
    }
  }

  /** As a version before has let them in, beside each other and with any name. */
  @Test
  void twoAccountsThatLookAlikeAreOnePerson() {
    TestFilm film = TestFilm.create(port);
    String one = film.hire("twin", "executive-producer");
    String other = one.toUpperCase(Locale.ROOT);
    database
        .sql(
            """
            insert into ACT_ID_USER (ID_, FIRST_, LAST_, PWD_, SALT_, REV_)
            select cast(:other as varchar(64)), FIRST_, cast(:name as varchar(255)), PWD_, SALT_, 1 from ACT_ID_USER where ID_ = :one
            """)
        .param("one", one)
        .param("other", other)
        .param("name", "\u202EExec\n")
        .update();

    setup.run();

    film.join(Map.of("person", other, "role", "executive-producer")).ok();
    assertThat(identity.createUserQuery().userId(other).singleResult().getLastName())
        .isEqualTo("Exec");
    assertThat(decided(film, one, other, one).status()).as("their own request").isEqualTo(403);
    assertThat(decided(film, "line1", other, one).status()).as("another's").isEqualTo(204);
  }

  /** Somebody asks, and another decides, who has the first one's password. */
  private Answer decided(TestFilm film, String requester, String decider, String password) {
    String key =
        film.desk(requester)
            .started(
                "budget-change",
                Map.of(
                    "film", film.id(),
                    "kind", "TRANSFER",
                    "fromAccount", "3500",
                    "toAccount", "3600",
                    "amount", "8000.00",
                    "reason", "The harbour."));
    Desk desk = Desk.of(port, decider, password);
    return desk.complete(
        desk.task(key, "userTask_decideBudgetChange"), Map.of("decision", "APPROVE"));
  }

  /** By turns at every door; each tries another password. */
  private int guess(int number) {
    String password = WRONG + number;
    Desk guesser = Desk.of(port, person, password).at(ELSEWHERE);
    return switch (number % 4) {
      case 0 -> new WebSession(port, ELSEWHERE).login(person, password).statusCode();
      case 1 -> guesser.get("/engine-rest/task").status();
      case 2 -> guesser.post("/api/films", Map.of()).status();
      default -> guesser.get(WHO_AM_I).status();
    };
  }

  private Answer who(String password) {
    return Desk.of(port, person, password).get(WHO_AM_I);
  }

  private long hashes() {
    return hashing.checks();
  }

  /** Until whoever guessed need not wait any more. */
  private static void timePasses() {
    ClockUtil.setCurrentTime(
        Date.from(ClockUtil.getCurrentTime().toInstant().plus(LONGER_THAN_ANYBODY_WAITS)));
  }

  private User user() {
    return identity.createUserQuery().userId(person).singleResult();
  }

  private void setPassword(User user, String password) {
    user.setPassword(password);
    identity.saveUser(user);
  }

  private String kept() {
    return database
        .sql("select PWD_ from ACT_ID_USER where ID_ = :person")
        .param("person", person)
        .query(String.class)
        .single();
  }

  private void keep(String hash, String salt) {
    database
        .sql("update ACT_ID_USER set PWD_ = :hash, SALT_ = :salt where ID_ = :person")
        .param("hash", hash)
        .param("salt", salt)
        .param("person", person)
        .update();
  }

  private int attempts() {
    return database
        .sql("select coalesce(ATTEMPTS_, 0) from ACT_ID_USER where ID_ = :person")
        .param("person", person)
        .query(Integer.class)
        .single();
  }

  private static <T> List<T> atOnce(int count, IntFunction<T> attempt) {
    ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
    CountDownLatch ready = new CountDownLatch(Math.min(count, AT_ONCE));
    try {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        running.add(
            people.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return attempt.apply(number);
                }));
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> one : running) {
        answers.add(one.get());
      }
      return answers;
    } catch (Exception failed) {
      throw new AssertionError(failed);
    } finally {
      people.shutdownNow();
    }
  }
}
