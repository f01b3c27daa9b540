package film.finalsay.engine.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A good login is remembered for as long as it is used, and never as anything else. */
class RememberedLoginsTest {

  private static final int MOST = 3;
  private static final String HERE = "192.0.2.1";

  private final Hands clock = new Hands();
  private final RememberedLogins logins = new RememberedLogins(new KeyedDigest(), clock, MOST);

  @Test
  void itIsKnownByPersonPasswordAndTheHashOnFile() {
    logins.remember("exec1", HERE, "secret", "hash");

    assertThat(logins.knows("exec1", HERE, "secret", "hash")).isTrue();
    assertThat(logins.knows("exec2", HERE, "secret", "hash")).isFalse();
    assertThat(logins.knows("exec1", HERE, "Secret", "hash")).isFalse();
    assertThat(logins.knows("exec1", HERE, "secret", "another hash")).isFalse();
    assertThat(logins.knows("exec1s", HERE, "ecret", "hash")).isFalse();
    assertThat(logins.knows("exec1", HERE, "", "secrethash")).isFalse();
  }

  @Test
  void itIsForgottenWhenNobodyUsedItForAWhile() {
    logins.remember("exec1", HERE, "secret", "hash");

    clock.move(RememberedLogins.UNUSED);
    assertThat(logins.knows("exec1", HERE, "secret", "hash")).isTrue();
    clock.move(RememberedLogins.UNUSED);
    assertThat(logins.knows("exec1", HERE, "secret", "hash")).as("used since").isTrue();
    clock.move(RememberedLogins.UNUSED.plusSeconds(1));
    assertThat(logins.knows("exec1", HERE, "secret", "hash")).isFalse();
    assertThat(logins.size()).isZero();
  }

  @Test
  void onlySoManyAreRememberedAndTheLeastUsedGoesFirst() {
    logins.remember("one", HERE, "secret", "hash");
    logins.remember("two", HERE, "secret", "hash");
    logins.remember("three", HERE, "secret", "hash");
    assertThat(logins.knows("one", HERE, "secret", "hash")).isTrue();

    logins.remember("four", HERE, "secret", "hash");

    assertThat(logins.size()).isEqualTo(MOST);
    assertThat(logins.knows("two", HERE, "secret", "hash")).isFalse();
    assertThat(logins.knows("one", HERE, "secret", "hash")).isTrue();
  }

  @Test
  void itIsKnownWhereItCameFromOnly() {
    logins.remember("exec1", HERE, "secret", "hash");

    assertThat(logins.knows("exec1", "192.0.2.2", "secret", "hash")).isFalse();
    assertThat(logins.knows("exec1", HERE, "secret", "hash")).isTrue();
  }

  @Test
  void itIsForgottenAfterAFewGuessesFromTheSamePlaceHoweverOftenItIsUsed() {
    logins.remember("exec1", HERE, "secret", "hash");

    for (int i = 1; i < RememberedLogins.MOST_GUESSES; i++) {
      logins.guessed("exec1", HERE);
      logins.guessed("exec1", "192.0.2.2");
      assertThat(logins.knows("exec1", HERE, "secret", "hash")).isTrue();
    }
    logins.guessed("exec1", HERE);

    assertThat(logins.knows("exec1", HERE, "secret", "hash")).isFalse();
  }

  @Test
  void anotherStartKnowsNothingOfThisOne() {
    assertThat(new KeyedDigest().of("exec1", "secret"))
        .isNotEqualTo(new KeyedDigest().of("exec1", "secret"));
  }

  private static final class Hands extends Clock {

    private Instant now = Instant.parse("2027-01-01T00:00:00Z");

    void move(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
