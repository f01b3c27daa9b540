package film.finalsay.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is promised is shown: the tests that the page names are there. */
class WhoDecidesTest {

  private static final Path PAGE = Path.of("docs/who-decides.md");
  private static final Pattern SHOWN_BY =
      Pattern.compile("`(\\w+)\\.(\\w+)` \\|$", Pattern.MULTILINE);
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!The work|---).*$");

  @Test
  void eachRowNamesATestThatIsThere() throws IOException {
    String page = Files.readString(PAGE);
    List<MatchResult> shown = SHOWN_BY.matcher(page).results().toList();

    assertThat(shown).hasSize((int) ROW.matcher(page).results().count()).hasSizeGreaterThan(20);
    for (MatchResult test : shown) {
      assertThat(Files.readString(source(test.group(1))))
          .as(test.group())
          .containsPattern("void " + test.group(2) + "\\(");
    }
  }

  private static Path source(String type) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      return files
          .filter(file -> file.getFileName().toString().equals(type + ".java"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("there is no test " + type));
    }
  }
}
