package film.finalsay.benchmark;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** How long one thing took, each time. */
final class Timings {

  private final long[] nanos;

  private Timings(long[] nanos) {
    this.nanos = nanos;
  }

  /** The first runs, which find the caches cold, do not count. */
  static Timings of(int warmUp, int count, Runnable work) {
    for (int i = 0; i < warmUp; i++) {
      work.run();
    }
    long[] nanos = new long[count];
    for (int i = 0; i < count; i++) {
      nanos[i] = once(work);
    }
    Arrays.sort(nanos);
    return new Timings(nanos);
  }

  /** As often as fits into the time, at most so many times; a single run counts if it fills it. */
  static Timings within(Duration time, int atMost, Runnable work) {
    long first = once(work);
    int fitting = (int) Math.min(atMost, time.toNanos() / first);
    return fitting == 0 ? new Timings(new long[] {first}) : of(0, fitting, work);
  }

  private static long once(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }

  double median() {
    return millis(50);
  }

  double p95() {
    return millis(95);
  }

  /** The least of the times that so many percent of them do not pass. */
  private double millis(int percent) {
    int rank = (int) Math.ceil(nanos.length * percent / 100.0);
    return nanos[rank - 1] / 1e6;
  }

  static String shown(double millis) {
    return millis < 1000
        ? String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis)
        : String.format(Locale.ROOT, "%.1f s", millis / 1000);
  }
}
