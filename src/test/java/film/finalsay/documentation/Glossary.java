package film.finalsay.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words that the glossary rules out, and the texts that have none of them. */
final class Glossary {

  private static final Path PAGE = Path.of("docs/glossary.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\|.+\\|.+\\| ([^|]+) \\|$");

  private final List<String> ruledOut;

  Glossary() throws IOException {
    ruledOut =
        ROW.matcher(Files.readString(PAGE))
            .results()
            .flatMap(row -> Stream.of(row.group(1).split(", ")))
            .filter(word -> !word.equals("Not") && !word.startsWith("-"))
            .toList();
  }

  static List<Path> texts() throws IOException {
    try (Stream<Path> models = Files.list(Path.of("processes"));
        Stream<Path> forms = Files.list(Path.of("forms"));
        Stream<MarkdownPage> pages = MarkdownPage.all()) {
      return Stream.of(models, forms, pages.map(MarkdownPage::file))
          .flatMap(files -> files)
          .filter(file -> !file.equals(PAGE))
          .toList();
    }
  }

  List<String> ruledOut(String text) {
    return ruledOut.stream()
        .filter(
            word ->
                Pattern.compile("\\b" + word + "\\b", Pattern.CASE_INSENSITIVE)
                    .matcher(text)
                    .find())
        .toList();
  }
}
