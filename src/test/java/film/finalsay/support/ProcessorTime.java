package film.finalsay.support;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** What this thread has worked; a busy machine takes longer for it, and does not work more. */
public final class ProcessorTime {

  private ProcessorTime() {}

  public static Duration now() {
    return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
  }

  public static Duration since(Duration start) {
    return now().minus(start);
  }
}
