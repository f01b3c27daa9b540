package film.finalsay.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every route of our own API that changes something, as the policy has it. */
public final class WriteRoutes {

  private static final Pattern LINE = Pattern.compile("([A-Z ]+?),\\s+(/api/\\S*),.*");

  private WriteRoutes() {}

  /** As in {@code PUT /api/films/{film}/shooting}. */
  public static List<String> all() {
    try {
      return Files.readAllLines(Path.of("src/main/resources/routes.csv")).stream()
          .map(LINE::matcher)
          .filter(line -> line.matches())
          .flatMap(
              line ->
                  Stream.of(line.group(1).split(" "))
                      .filter(method -> !method.equals("GET"))
                      .map(method -> method + " " + line.group(2)))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
