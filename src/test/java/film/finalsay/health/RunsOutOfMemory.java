package film.finalsay.health;

import java.util.ArrayList;
import java.util.List;

/** Started by a test with little memory: one thread takes it all, another would live for ever. */
final class RunsOutOfMemory {

  private RunsOutOfMemory() {}

  public static void main(String[] args) throws InterruptedException {
    OutOfMemory.endsTheProcess();
    new Thread(
            () -> {
              List<byte[]> all = new ArrayList<>();
              while (true) {
                all.add(new byte[1024 * 1024]);
              }
            })
        .start();
    Thread.sleep(120_000);
  }
}
