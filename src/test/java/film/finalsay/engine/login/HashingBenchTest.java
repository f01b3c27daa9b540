package film.finalsay.engine.login;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.engine.login.HashingBench.Line;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who gets a place at the bench, and after whom. */
class HashingBenchTest {

  private static final int LENGTH = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HashingBench bench = new HashingBench(1, LENGTH, LENGTH);
  private final List<String> served = new CopyOnWriteArrayList<>();
  private final List<Thread> waiting = new CopyOnWriteArrayList<>();

  @AfterEach
  void everybodyIsServed() throws InterruptedException {
    for (Thread one : waiting) {
      bench.leave();
      one.join(PATIENCE.toMillis());
      assertThat(one.isAlive()).isFalse();
    }
  }

  @Test
  void oneAddressHasNoMoreThanHalfOfALine() {
    take();
    comes(Line.STRANGERS, "here");
    comes(Line.STRANGERS, "here");

    assertThat(bench.take(Line.STRANGERS, "here")).isFalse();
    comes(Line.STRANGERS, "there");
    comes(Line.STRANGERS, "elsewhere");
    assertThat(bench.take(Line.STRANGERS, "nowhere")).as("a whole line").isFalse();
  }

  @Test
  void aPersonWaitsForOneInventedNameHoweverManyThereAre() throws InterruptedException {
    take();
    comes(Line.PEOPLE, "early");
    comes(Line.STRANGERS, "here");
    comes(Line.STRANGERS, "here");
    comes(Line.STRANGERS, "there");
    comes(Line.STRANGERS, "there");
    comes(Line.PEOPLE, "here");

    for (Thread one : List.of(waiting.get(0), waiting.get(1), waiting.get(5))) {
      bench.leave();
      one.join(PATIENCE.toMillis());
      waiting.remove(one);
    }

    assertThat(served).last().isEqualTo("PEOPLE here");
    assertThat(served).hasSize(3);
  }

  private void take() {
    assertThat(bench.take(Line.STRANGERS, "first")).isTrue();
  }

  /** Comes, and waits in line. */
  private void comes(Line line, String address) {
    Thread one =
        new Thread(
            () -> {
              if (bench.take(line, address)) {
                served.add(line + " " + address);
              }
            });
    waiting.add(one);
    one.start();
    while (one.getState() != Thread.State.WAITING) {
      assertThat(one.isAlive()).as("%s %s is in line", line, address).isTrue();
      Thread.onSpinWait();
    }
  }
}
