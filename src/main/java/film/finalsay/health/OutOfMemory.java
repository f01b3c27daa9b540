package film.finalsay.health;

import java.util.function.IntConsumer;

/**
 * Ends the process where memory has run out: a thread that lived on such a machine may be gone,
 * such as the one by which deadlines fall, and nobody would be told. Whoever watches the process
 * starts it again, and nothing that was acknowledged is lost.
 */
public final class OutOfMemory {

  public static final int EXIT = 3;

  private OutOfMemory() {}

  /** In every thread in which nobody else catches it. */
  public static void endsTheProcess() {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> {
          endIfCauseOf(failure);
          System.err.println("Exception in thread \"" + thread.getName() + "\"");
          failure.printStackTrace();
        });
  }

  /** Where somebody else would catch it and go on. */
  public static void endIfCauseOf(Throwable failure) {
    endIfCauseOf(failure, Runtime.getRuntime()::halt);
  }

  static void endIfCauseOf(Throwable failure, IntConsumer end) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        try {
          System.err.println("The process ends: " + cause);
        } finally {
          end.accept(EXIT);
        }
        return;
      }
    }
  }
}
