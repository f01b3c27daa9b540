package film.finalsay.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.engine.login.SingleSignOnDoor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is documented from a model or the policy is what that says; {@code -Dfinalsay.docs=write}
 * writes it.
 */
class DocumentationTest {

  private static final Path CONTRIBUTING = Path.of("CONTRIBUTING.md");
  private static final Path AUTHORITY = Path.of("docs/budget-change-authority.md");
  private static final Path VARIANCE = Path.of("docs/cost-report-variance.md");
  private static final Path PERSONNEL = Path.of("docs/key-personnel.md");
  private static final Path CONSENT = Path.of("docs/greenlight-consent.md");
  private static final Path PACKAGE = Path.of("docs/greenlight-package.md");
  private static final Path CASH_FLOW = Path.of("docs/cash-flow.md");
  private static final Path RELEASE = Path.of("docs/release-plan-authority.md");
  private static final Path ROUTES = Path.of("docs/routes.md");

  static List<ProcessPage> processes() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("processes"))) {
      List<BpmnModelInstance> models =
          files
              .filter(file -> file.toString().endsWith(".bpmn"))
              .sorted()
              .map(file -> Bpmn.readModelFromFile(file.toFile()))
              .toList();
      return models.stream().map(model -> new ProcessPage(model, models)).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("processes")
  void eachProcessIsDocumentedAsItIsDrawn(ProcessPage process) throws IOException {
    Path page = Path.of("docs/processes", process.id() + ".md");
    said(page, process.inWords() + from("\n## In practice", page));
  }

  @Test
  void theHouseIsDrawnAsItIsBuilt() throws IOException {
    said(
        CONTRIBUTING,
        upTo("```mermaid", CONTRIBUTING)
            + new House().inWords()
            + from("\n## Run the tests", CONTRIBUTING));
  }

  @Test
  void theKindThatIsShownIsTheOneThatIsTried() throws IOException {
    Path kind = Path.of("src/test/java/film/finalsay/locationfee/LocationFeeRequest.java");
    said(
        CONTRIBUTING,
        upTo("```java", CONTRIBUTING)
            + "```java\n"
            + from("@Component", kind)
            + from("```\n\nWho may answer", CONTRIBUTING));
  }

  @Test
  void theAuthorityTableIsDocumentedAsItIs() throws IOException {
    said(AUTHORITY, authority());
  }

  @Test
  void theVarianceTableIsDocumentedAsItIs() throws IOException {
    said(VARIANCE, variance());
  }

  @Test
  void theContractTableIsDocumentedAsItIs() throws IOException {
    Path page = Path.of("docs/contract-authority.md");
    said(
        page,
        upTo("| Type", page)
            + TableInWords.of(
                "processes/contract-authority.dmn", "Decided by", "Consents of", "Because"));
  }

  @Test
  void thePackageTableIsDocumentedAsItIs() throws IOException {
    said(
        PACKAGE,
        upTo("| Kind of film", PACKAGE)
            + TableInWords.of("processes/greenlight-package.dmn", "Requirement", "Because"));
  }

  @Test
  void theTermsOfDrawdownsAreDocumentedAsTheyAre() throws IOException {
    said(
        CASH_FLOW,
        upTo("| Kind of source", CASH_FLOW)
            + TableInWords.of("processes/drawdown-terms.dmn", "Age of the cost report (days)"));
  }

  @Test
  void theTableOfKeyPersonnelIsDocumentedAsItIs() throws IOException {
    said(
        PERSONNEL,
        upTo("| Position", PERSONNEL)
            + TableInWords.of(
                "processes/key-personnel-authority.dmn", "Decided by", "Consents of"));
  }

  @Test
  void theTableOfConsentsIsDocumentedAsItIs() throws IOException {
    said(
        CONSENT,
        upTo("| What changes", CONSENT)
            + TableInWords.of(
                "processes/greenlight-consent.dmn",
                "Consent needed",
                "Deadline",
                "Silence means",
                "As the party reads it"));
  }

  @Test
  void theTableOfReleasePlansIsDocumentedAsItIs() throws IOException {
    said(
        RELEASE,
        upTo("| First plan", RELEASE)
            + TableInWords.of(
                "processes/release-plan-authority.dmn", "Decided by", "With consent of"));
  }

  @Test
  void theTableOfScheduleChangesIsDocumentedAsItIs() throws IOException {
    Path page = Path.of("docs/schedule-change-authority.md");
    said(
        page,
        upTo("| Shooting", page)
            + TableInWords.of(
                "processes/schedule-change-authority.dmn", "Decided by", "With consent of"));
  }

  @Test
  void theSlipTableIsDocumentedAsItIs() throws IOException {
    Path page = Path.of("docs/schedule-slip.md");
    said(
        page,
        upTo("| Days behind", page)
            + TableInWords.of("processes/schedule-slip.dmn", "Explained by", "Told"));
  }

  @Test
  void theRoutesAreDocumentedAsTheyAreOpen() throws IOException {
    said(ROUTES, new RoutesPage().inWords());
  }

  @ParameterizedTest
  @MethodSource("film.finalsay.documentation.MarkdownPage#all")
  void everyLinkOfAPageLeadsSomewhere(MarkdownPage page) {
    assertThat(page.deadLinks()).isEmpty();
  }

  @Test
  void everyPageIsInTheIndex() throws IOException {
    MarkdownPage index = new MarkdownPage(Path.of("docs/README.md"));
    assertThat(index.places())
        .containsAll(
            MarkdownPage.all()
                .map(MarkdownPage::file)
                .filter(page -> !page.startsWith("docs/adr") && !page.equals(index.file()))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("film.finalsay.documentation.Glossary#texts")
  void oneThingHasOneWord(Path text) throws IOException {
    assertThat(new Glossary().ruledOut(Files.readString(text))).isEmpty();
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

  /** Compares a page with what it should say, or writes that. */
  private static void said(Path page, String expected) throws IOException {
    if ("write".equals(System.getProperty("finalsay.docs"))) {
      Files.writeString(page, expected);
    }
    assertThat(page).content().isEqualTo(expected);
  }

  /** What stands on a page before the part that is written anew. */
  private static String upTo(String part, Path page) throws IOException {
    String written = Files.readString(page);
    return written.substring(0, written.indexOf(part));
  }

  /** What stands on a page by hand, from a heading to its end; of a new page, nothing. */
  private static String from(String heading, Path page) throws IOException {
    String written = Files.exists(page) ? Files.readString(page) : "";
    int begin = written.indexOf(heading);
    return begin < 0 ? "" : written.substring(begin);
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
        .formatted(
            TableInWords.of(
                "processes/budget-change-authority.dmn", "Decided by", "With consent of"));
  }

  private static String variance() {
    return """
        # Who explains a variance

        Written from `processes/cost-report-variance.dmn`, which the production office edits. A variance is the current
        budget of an account less its estimated final cost: negative is over. Exactly one row applies to an account; an empty
        cell means whatever it is, `[-10..-5[` means from 10 down to, but not including, 5 over. Where nobody is named, nobody
        is asked. An account is asked about when a cost report is imported, and again only when it gets worse.

        %s"""
        .formatted(TableInWords.of("processes/cost-report-variance.dmn", "Explained by"));
  }
}
