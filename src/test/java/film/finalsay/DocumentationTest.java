package film.finalsay;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.approval.Role;
import film.finalsay.security.Route;
import film.finalsay.security.Routes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
 * What is documented from a model or the policy is what that says; {@code -Dfinalsay.docs=write}
 * writes it.
 */
class DocumentationTest {

  private static final Path AUTHORITY = Path.of("docs/budget-change-authority.md");
  private static final Path ROUTES = Path.of("docs/routes.md");

  @Test
  void theAuthorityTableIsDocumentedAsItIs() throws IOException {
    String expected = authority();
    if ("write".equals(System.getProperty("finalsay.docs"))) {
      Files.writeString(AUTHORITY, expected);
    }
    assertThat(AUTHORITY).content().isEqualTo(expected);
  }

  @Test
  void theRoutesAreDocumentedAsTheyAreOpen() throws IOException {
    String expected = routes();
    if ("write".equals(System.getProperty("finalsay.docs"))) {
      Files.writeString(ROUTES, expected);
    }
    assertThat(ROUTES).content().isEqualTo(expected);
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

  private static String routes() {
    List<String> groups =
        Stream.concat(
                Arrays.stream(Role.values()).map(Role::id), Stream.of("modeller", "administrator"))
            .toList();
    List<String> columns =
        Stream.concat(
                Stream.of("Route", "Why", "nobody", "person"),
                groups.stream().map(group -> group.replace('-', ' ')))
            .toList();
    String rows =
        Routes.read().all().stream().map(route -> row(route, groups)).collect(Collectors.joining());
    return """
        # Who may use which route

        Written from `src/main/resources/routes.csv`. What is not here is closed, to administrators too. A route of the
        engine's API, `/engine-rest/…`, is the same in its copies `/engine-rest/engine/default/…` and
        `/camunda/api/engine/engine/default/…`. *Nobody* has not logged in, a *person* has, and may have no role at all; `{me}`
        is one's own id alone. Which films one sees, and who may answer, is decided behind this door.

        %s%s%s"""
        .formatted(line(columns), line(columns.stream().map(column -> "---").toList()), rows);
  }

  private static String row(Route route, List<String> groups) {
    Stream<String> said =
        Stream.of(
            "`%s %s`".formatted(String.join(" ", route.methods()), route.path()), route.why());
    Stream<Boolean> open =
        Stream.concat(
            Stream.of(route.needsNoLogin(), route.letsIn(List.of())),
            groups.stream().map(group -> route.letsIn(List.of(group))));
    return line(Stream.concat(said, open.map(yes -> yes ? "✓" : "")).toList());
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
