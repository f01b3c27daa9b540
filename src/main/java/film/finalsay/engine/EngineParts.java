package film.finalsay.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Puts parts of ours into the lists of the engine as it is built, which it may not have yet. */
public final class EngineParts {

  private EngineParts() {}

  @SafeVarargs
  public static <T> void add(Supplier<List<T>> of, Consumer<List<T>> to, T... parts) {
    List<T> all = of.get() == null ? new ArrayList<>() : new ArrayList<>(of.get());
    all.addAll(List.of(parts));
    to.accept(all);
  }
}
