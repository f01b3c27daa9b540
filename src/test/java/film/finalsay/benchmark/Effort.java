package film.finalsay.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What one change took, of many.
 *
 * @param wall milliseconds until the next could begin
 * @param processor milliseconds of the JVM's processor time; its own clients are in it, and so is
 *     H2, but not PostgreSQL
 */
record Effort(double wall, double processor) {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** So many changes, by one client at each desk. */
  static Effort of(int times, List<ChangeDesk> desks) {
    ExecutorService clients = Executors.newFixedThreadPool(desks.size());
    try {
      int each = times / desks.size();
      List<Callable<Void>> work = new ArrayList<>();
      for (ChangeDesk desk : desks) {
        work.add(
            () -> {
              for (int i = 0; i < each; i++) {
                desk.change();
              }
              return null;
            });
      }
      long processor = SYSTEM.getProcessCpuTime();
      long wall = System.nanoTime();
      for (Future<Void> done : clients.invokeAll(work)) {
        done.get();
      }
      double changes = 1e6 * Math.max(1, each * desks.size());
      return new Effort(
          (System.nanoTime() - wall) / changes, (SYSTEM.getProcessCpuTime() - processor) / changes);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } finally {
      clients.shutdown();
    }
  }
}
