package film.finalsay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;

/**
 * What is documented from a model is what the model says; {@code -Dfinalsay.docs=write} writes it.
 */
class DocumentationTest {

  private static final Path AUTHORITY = Path.of("docs/budget-change-authority.md");

  @Test
  void theAuthorityTableIsDocumentedAsItIs() throws IOException {
    String expected = authority();
    if ("write".equals(System.getProperty("finalsay.docs"))) {
      Files.writeString(AUTHORITY, expected);
    }
    assertThat(AUTHORITY).content().isEqualTo(expected);
  }

  @Test
  void everyPlaceThatTheReadmeNamesExists() throws IOException {
    Matcher links =
        Pattern.compile("]\\((?!http)([^)#]+)\\)").matcher(Files.readString(Path.of("README.md")));
    assertThat(links.results().map(link -> Path.of(link.group(1))))
        .isNotEmpty()
        .allSatisfy(place -> assertThat(place).exists());
  }

  private static String authority() {
    DecisionTable table =
        Dmn.readModelFromFile(Path.of("processes/budget-change-authority.dmn").toFile())
            .getModelElementsByType(DecisionTable.class)
            .iterator()
            .next();
    List<String> columns =
        Stream.concat(
                table.getInputs().stream().map(input -> input.getLabel()),
                Stream.of("Decided by", "With consent of"))
            .toList();
    String rows =
        table.getRules().stream().map(DocumentationTest::row).collect(Collectors.joining());
    return """
        # Who decides a budget change

        Written from `processes/budget-change-authority.dmn`, which the production office edits. Exactly one row
        applies to a request; an empty cell means whatever it is, `]5..10]` means above 5 and up to 10. Higher
        authority can always decide for the lower one; nobody decides their own request.

        %s%s%s"""
        .formatted(line(columns), line(columns.stream().map(column -> "---").toList()), rows);
  }

  private static String row(Rule rule) {
    Stream<String> inputs =
        rule.getInputEntries().stream().map(entry -> entry.getTextContent().strip());
    Stream<String> outputs =
        rule.getOutputEntries().stream().limit(2).map(entry -> entry.getTextContent().strip());
    return line(
        Stream.concat(inputs, outputs)
            .map(cell -> cell.equals("-") ? "" : cell.replace("\"", "").replace(",", ", "))
            .toList());
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
