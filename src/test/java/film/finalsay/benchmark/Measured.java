package film.finalsay.benchmark;

import java.util.Map;

/** An engine whose task list is measured as it fills. */
interface Measured extends AutoCloseable {

  /** Fills it up to so many open tasks. */
  void grow(int tasks);

  /** The queries to be timed, by name, asked by the approver. */
  Map<String, Runnable> queries();

  @Override
  void close();
}
