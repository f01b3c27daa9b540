package film.finalsay.security;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The written policy, {@code routes.csv}: all that is open, and to whom. */
public final class Routes {

  private static final String FILE = "routes.csv";

  /** Paths come decoded, and are not decoded once more. */
  private static final PathContainer.Options DECODED = PathContainer.Options.create('/', false);

  /**
   * @param login of whom the route is, where it is about the caller alone; null where it is not
   */
  record Found(Route route, String login) {}

  private record Line(Route route, PathPattern pattern) {}

  private final List<Line> lines;

  private Routes(List<Route> routes) {
    PathPatternParser parser = new PathPatternParser();
    parser.setPathOptions(DECODED);
    lines = routes.stream().map(route -> new Line(route, parser.parse(route.path()))).toList();
  }

  public static Routes read() {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .setIgnoreSurroundingSpaces(true)
            .get();
    try (Reader file =
        new InputStreamReader(
            new ClassPathResource(FILE).getInputStream(), StandardCharsets.UTF_8)) {
      return new Routes(format.parse(file).stream().map(Routes::route).toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Route route(CSVRecord line) {
    return new Route(
        words(line.get("methods")).toList(),
        line.get("path"),
        words(line.get("who")).map(Route.Audience::of).toList(),
        line.get("why"));
  }

  private static Stream<String> words(String cell) {
    return Stream.of(cell.split(" +"));
  }

  public List<Route> all() {
    return lines.stream().map(Line::route).toList();
  }

  /**
   * The lines that count for a request: of those that fit, the ones that say most exactly what they
   * mean. None means that it is closed.
   *
   * @param path decoded, as the policy names it
   */
  List<Found> of(String method, String path) {
    String asked = "HEAD".equals(method) ? "GET" : method;
    PathContainer parsed = PathContainer.parsePath(withoutLastSlash(path), DECODED);
    List<Line> fitting =
        lines.stream()
            .filter(line -> line.route().methods().contains(asked))
            .filter(line -> line.pattern().matches(parsed))
            .sorted(Comparator.comparing(Line::pattern, PathPattern.SPECIFICITY_COMPARATOR))
            .toList();
    return fitting.stream()
        .filter(
            line ->
                PathPattern.SPECIFICITY_COMPARATOR.compare(line.pattern(), fitting.get(0).pattern())
                    == 0)
        .map(line -> new Found(line.route(), login(line, parsed)))
        .toList();
  }

  /** The engine's routes answer with and without it. */
  private static String withoutLastSlash(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static String login(Line line, PathContainer path) {
    return line.route().isOnesOwn()
        ? line.pattern().matchAndExtract(path).getUriVariables().get(Route.ME)
        : null;
  }
}
