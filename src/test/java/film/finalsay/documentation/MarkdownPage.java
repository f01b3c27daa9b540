package film.finalsay.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of the repository, with the places in it that it links to. */
record MarkdownPage(Path file) {

  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)\\s]*)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  static Stream<MarkdownPage> all() throws IOException {
    try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
      List<Path> pages =
          docs.filter(file -> file.toString().endsWith(".md"))
              .sorted()
              .collect(Collectors.toList());
      pages.add(Path.of("README.md"));
      pages.add(Path.of("CONTRIBUTING.md"));
      return pages.stream().map(MarkdownPage::new);
    }
  }

  List<Path> places() {
    return links().map(this::place).toList();
  }

  /** Links to what is not there, be it a file or a heading. */
  List<String> deadLinks() {
    return links().filter(link -> !leadsSomewhere(link)).toList();
  }

  private Stream<String> links() {
    return LINK.matcher(text()).results().map(link -> link.group(1));
  }

  private Path place(String link) {
    String path = link.split("#", 2)[0];
    return path.isEmpty() ? file : file.resolveSibling(path).normalize();
  }

  private boolean leadsSomewhere(String link) {
    Path place = place(link);
    return Files.exists(place)
        && (!link.contains("#")
            || new MarkdownPage(place).headings().anyMatch(link.split("#", 2)[1]::equals));
  }

  /** As an address names them. */
  private Stream<String> headings() {
    return HEADING
        .matcher(text())
        .results()
        .map((MatchResult heading) -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'));
  }

  private String text() {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
