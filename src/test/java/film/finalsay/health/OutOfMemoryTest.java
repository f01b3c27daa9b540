package film.finalsay.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Out of memory, the process ends, wherever that happened. */
class OutOfMemoryTest {

  @Test
  void theProcessEndsWithItsOtherThreads() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-cp",
                System.getProperty("java.class.path"),
                RunsOutOfMemory.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();

    assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(OutOfMemory.EXIT);
  }

  @Test
  void itIsSeenInWhateverItWasWrapped() {
    List<Integer> ended = new ArrayList<>();
    OutOfMemory.endIfCauseOf(
        new ServletException(new IllegalStateException(new OutOfMemoryError("heap"))), ended::add);
    OutOfMemory.endIfCauseOf(new StackOverflowError(), ended::add);
    OutOfMemory.endIfCauseOf(new IOException("closed"), ended::add);

    assertThat(ended).containsExactly(OutOfMemory.EXIT);
  }

  @Test
  void whateverElseFailsInARequestGoesItsWay() {
    assertThatThrownBy(
            () ->
                new OutOfMemoryFilter()
                    .doFilter(
                        null,
                        null,
                        (request, response) -> {
                          throw new IOException("closed");
                        }))
        .hasMessage("closed");
  }
}
