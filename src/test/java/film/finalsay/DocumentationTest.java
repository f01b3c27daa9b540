package film.finalsay;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.approval.Role;
import film.finalsay.engine.RowReasons;
import film.finalsay.engine.SingleSignOnDoor;
import film.finalsay.security.Route;
import film.finalsay.security.Routes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;

/**
 * What is documented from a model or the policy is what that says; {@code -Dfinalsay.docs=write}
 * writes it.
 */
class DocumentationTest {

  private static final Path AUTHORITY = Path.of("docs/budget-change-authority.md");
  private static final Path VARIANCE = Path.of("docs/cost-report-variance.md");
  private static final Path CONSENT = Path.of("docs/greenlight-consent.md");
  private static final Path PACKAGE = Path.of("docs/greenlight-package.md");
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
  void theVarianceTableIsDocumentedAsItIs() throws IOException {
    String expected = variance();
    if ("write".equals(System.getProperty("finalsay.docs"))) {
      Files.writeString(VARIANCE, expected);
    }
    assertThat(VARIANCE).content().isEqualTo(expected);
  }

  @Test
  void thePackageTableIsDocumentedAsItIs() throws IOException {
    String written = Files.readString(PACKAGE);
    String expected =
        written.substring(0, written.indexOf("| Kind of film"))
            + table("processes/greenlight-package.dmn", "Requirement", "Because");
    if ("write".equals(System.getProperty("finalsay.docs"))) {
      Files.writeString(PACKAGE, expected);
    }
    assertThat(PACKAGE).content().isEqualTo(expected);
  }

  @Test
  void theTableOfConsentsIsDocumentedAsItIs() throws IOException {
    String written = Files.readString(CONSENT);
    String expected =
        written.substring(0, written.indexOf("| What changes"))
            + table(
                "processes/greenlight-consent.dmn",
                "Consent needed",
                "Deadline",
                "Silence means",
                "As the party reads it");
    if ("write".equals(System.getProperty("finalsay.docs"))) {
      Files.writeString(CONSENT, expected);
    }
    assertThat(CONSENT).content().isEqualTo(expected);
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

  @Test
  void everyGroupThatAProviderMayGiveIsNamedInTheSettingsAndOnTheirPage() throws IOException {
    String page = Files.readString(Path.of("docs/single-sign-on.md"));
    String settings = Files.readString(Path.of("src/main/resources/application-oidc.yaml"));

    assertThat(SingleSignOnDoor.groups())
        .allSatisfy(
            group -> {
              String variable = "_" + group.toUpperCase(Locale.ROOT).replace('-', '_');
              assertThat(settings).contains("%s: ${FINALSAY_OIDC%s:".formatted(group, variable));
              assertThat(page).containsPattern("`(FINALSAY_OIDC|…)%s`".formatted(variable));
            });
  }

  private static String authority() {
    return """
        # Who decides a budget change

        Written from `processes/budget-change-authority.dmn`, which the production office edits. Exactly one row
        applies to a request; an empty cell means whatever it is, `]5..10]` means above 5 and up to 10. Higher
        authority can always decide for the lower one; nobody decides their own request.

        A share counts the requests before it on the same account and of the same kind. The contingency drawn in all is of
        the contingency as a whole: of what is left, what was drawn and what was moved into it. So a drawdown has two limits,
        and where the contingency is drawn ahead of the shooting, that row decides, whatever the share.

        The reason that forms, previews and the ledger show is in the table, too. It names its row's limits by their
        columns: `{share}` is the figure in the row's cell, `{lower share}` and `{upper share}` are the two of a range. Change
        the cell, and the reason follows. A reason that asks for a figure its row does not have is refused when the table is
        deployed. One that states a figure itself, which no cell of its row has, is not shown: what the cells say is.

        %s"""
        .formatted(table("processes/budget-change-authority.dmn", "Decided by", "With consent of"));
  }

  private static String variance() {
    return """
        # Who explains a variance

        Written from `processes/cost-report-variance.dmn`, which the production office edits. A variance is the current
        budget of an account less its estimated final cost: negative is over. Exactly one row applies to an account; an empty
        cell means whatever it is, `[-10..-5[` means from 10 down to, but not including, 5 over. Where nobody is named, nobody
        is asked. An account is asked about when a cost report is imported, and again only when it gets worse.

        %s"""
        .formatted(table("processes/cost-report-variance.dmn", "Explained by"));
  }

  /** The inputs of a table, and as many of its outputs as have a heading here. */
  private static String table(String file, String... outputs) {
    DecisionTable table =
        Dmn.readModelFromFile(Path.of(file).toFile())
            .getModelElementsByType(DecisionTable.class)
            .iterator()
            .next();
    List<String> columns =
        Stream.concat(table.getInputs().stream().map(input -> input.getLabel()), Stream.of(outputs))
            .toList();
    String rows =
        table.getRules().stream()
            .map(rule -> row(rule, outputs.length))
            .collect(Collectors.joining());
    return line(columns) + line(columns.stream().map(column -> "---").toList()) + rows;
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

  private static String row(Rule rule, int outputCount) {
    Stream<String> inputs =
        rule.getInputEntries().stream().map(entry -> entry.getTextContent().strip());
    Map<Integer, String> reasons = new RowReasons(rule).inWords();
    List<OutputEntry> said = List.copyOf(rule.getOutputEntries());
    Stream<String> outputs =
        IntStream.range(0, outputCount)
            .mapToObj(
                column -> reasons.getOrDefault(column, said.get(column).getTextContent().strip()));
    return line(
        Stream.concat(inputs, outputs)
            .map(
                cell ->
                    cell.equals("-")
                        ? ""
                        : cell.replace("\"", "").replaceAll(",(?=[A-Za-z])", ", "))
            .toList());
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
