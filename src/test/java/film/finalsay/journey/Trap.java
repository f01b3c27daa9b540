package film.finalsay.journey;

import java.util.concurrent.atomic.AtomicInteger;

/** Code that nobody may run from outside: an expression that reaches it leaves a trace. */
public final class Trap {

  static final String EXPRESSION =
      "${''.getClass().forName('film.finalsay.journey.Trap').newInstance()}";

  private static final AtomicInteger SPRUNG = new AtomicInteger();

  public Trap() {
    SPRUNG.incrementAndGet();
  }

  static int sprung() {
    return SPRUNG.get();
  }
}
