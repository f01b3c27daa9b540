package film.finalsay.durability;

import film.finalsay.FinalSayApplication;
import film.finalsay.support.Desk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** The product in a JVM of its own, in the default profile, with its database in a folder. */
final class ShippedProduct {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final int port;

  private ShippedProduct(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it and waits until it serves. */
  static ShippedProduct start(Path folder) throws IOException {
    int port = freePort();
    Path log = folder.resolve("product.log");
    ProcessBuilder command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                FinalSayApplication.class.getName())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    command.environment().put("SERVER_PORT", String.valueOf(port));
    ShippedProduct product = new ShippedProduct(command.start(), port);
    product.awaitServing(log);
    return product;
  }

  int port() {
    return port;
  }

  /** {@code kill -9}, and waits until it is gone. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  private void awaitServing(Path log) throws IOException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      if (!process.isAlive()) {
        throw new AssertionError("the product ended:\n" + Files.readString(log));
      }
      if (serves()) {
        return;
      }
      pause();
    }
    throw new AssertionError("the product does not serve:\n" + Files.readString(log));
  }

  private boolean serves() {
    try {
      return Desk.of(port, "line1").get("/api/films/NOVA").status() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
