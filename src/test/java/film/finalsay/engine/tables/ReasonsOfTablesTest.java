package film.finalsay.engine.tables;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.engine.tables.TableProbe.Figure;
import film.finalsay.support.Desk;
import film.finalsay.support.Desk.Answer;
import film.finalsay.support.FinalSayTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A limit that is changed in a table is changed in every reason that names it. */
@FinalSayTest
class ReasonsOfTablesTest {

  private static final List<Object> KINDS =
      List.of("TRANSFER", "CONTINGENCY", "OVERAGE", "INCREASE");

  /** Each table that the product ships, with all that it can be asked. */
  enum Table {
    AUTHORITY(
        "budget-change-authority",
        Map.of(
            "kind", KINDS,
            "sameSection", List.of(true, false),
            "aboveTheLine", List.of(true, false)),
        "share",
        "cumulative",
        "contingencyDrawn",
        "shot"),
    CONSENT(
        "budget-change-consent",
        Map.of("kind", KINDS, "consentingGroup", List.of("financier", "completion-guarantor"))),
    VARIANCE(
        "cost-report-variance",
        Map.of("section", List.of("ATL", "PRODUCTION", "POST", "OTHER")),
        "variance",
        "variancePercent"),
    GREENLIGHT_CONSENT(
        "greenlight-consent",
        Map.of(
            "change",
                List.of(
                    "SCRIPT_APPROVAL",
                    "SCRIPT_REVISION",
                    "BUDGET_LOCK",
                    "REOPENING",
                    "CONTRACT",
                    "DRAWDOWN",
                    "PICTURE_LOCK",
                    "KEY_PERSONNEL_ENGAGE",
                    "KEY_PERSONNEL_EXTEND",
                    "KEY_PERSONNEL_REPLACE",
                    "KEY_PERSONNEL_RELEASE",
                    "RELEASE_PLAN",
                    "SCHEDULE_LOCK",
                    "SCHEDULE_CHANGE",
                    "DELIVERY"),
            "consentingGroup", List.of("financier", "distributor", "completion-guarantor"))),
    CONTRACT(
        "contract-authority",
        Map.of(
            "type", List.of("SERVICES", "DISTRIBUTION", "FINANCE"),
            "flags", List.of("NONE", "SOME", "HEAVY"),
            "aboveTheLine", List.of(true, false),
            "related", List.of(true, false)),
        "cumulative"),
    PERSONNEL(
        "key-personnel-authority",
        Map.of(
            "position", List.of("DIRECTOR", "SUPPORTING_CAST", "CREW"),
            "reserved", List.of(true, false)),
        "cost"),
    PACKAGE(
        "greenlight-package",
        Map.of(
            "kind", List.of("FEATURE", "DOCUMENTARY", "SERIES", "SHORT"),
            "item",
                List.of(
                    "SCRIPT",
                    "BUDGET",
                    "SCHEDULE",
                    "DIRECTOR",
                    "LEAD_CAST",
                    "FINANCE_PLAN",
                    "SALES_ESTIMATES",
                    "CHAIN_OF_TITLE",
                    "INSURANCE",
                    "COMPLETION_BOND")),
        "budget");

    private final String id;
    private final Map<String, List<Object>> choices;
    private final List<Figure> figures;

    Table(String id, Map<String, List<Object>> choices, String... figures) {
      this.id = id;
      this.choices = choices;
      this.figures = Stream.of(figures).map(Figure::ofAnySize).toList();
    }

    String shipped() throws IOException {
      return Files.readString(Path.of("processes", id + ".dmn"));
    }
  }

  @LocalServerPort int port;
  private final DecisionTables tables;
  private final DecisionService decisions;

  ReasonsOfTablesTest(DecisionTables tables, DecisionService decisions) {
    this.tables = tables;
    this.decisions = decisions;
  }

  @AfterEach
  void theShippedTablesCountAgain() throws IOException {
    for (Table table : Table.values()) {
      deployed(table, table.shipped()).ok();
    }
  }

  @ParameterizedTest
  @EnumSource
  void noReasonKeepsAFigureThatWasChanged(Table table) throws IOException {
    assertThatNoReasonIsOld(table, table.shipped());
  }

  /** As the tables were until reasons took their figures from the cells. */
  @ParameterizedTest
  @EnumSource
  void norDoesAReasonThatStatesItsFiguresItself(Table table) throws IOException {
    DmnModelInstance model = read(table.shipped());
    for (Rule row : model.getModelElementsByType(Rule.class)) {
      List<OutputEntry> said = List.copyOf(row.getOutputEntries());
      new RowReasons(row)
          .inWords()
          .forEach(
              (column, reason) ->
                  said.get(column).getText().setTextContent("\"%s\"".formatted(reason)));
    }
    assertThat(model.getModelElementsByType(OutputEntry.class))
        .noneMatch(said -> said.getTextContent().contains("{"));
    assertThatNoReasonIsOld(table, Dmn.convertToString(model));
  }

  @Test
  void aReasonThatStatesWhatItsRowHasIsLeftAsItIs() throws IOException {
    String reason = "Up to 10,000 and 5 %, the producer decides.";
    DmnModelInstance model = read(Table.AUTHORITY.shipped());
    Rule row = model.getModelElementById("rule_transferWithinSectionSmall");
    List.copyOf(row.getOutputEntries()).get(2).getText().setTextContent("\"" + reason + "\"");

    assertThat(new RowReasons(row).inWords()).containsExactly(Map.entry(2, reason));
  }

  @Test
  void aNoteOnACellIsNoPartOfIt() throws IOException {
    DmnModelInstance model = read(Table.AUTHORITY.shipped());
    Rule row = model.getModelElementById("rule_transferWithinSectionSmall");
    Map<Integer, String> before = new RowReasons(row).inWords();
    Stream.<DmnElement>concat(row.getInputEntries().stream(), row.getOutputEntries().stream())
        .forEach(
            cell -> {
              Description note = model.newInstance(Description.class);
              note.setTextContent("Was 8,000 until May.");
              cell.setDescription(note);
            });

    assertThat(new RowReasons(row).inWords()).isEqualTo(before).isNotEmpty();
  }

  @Test
  void aReasonCannotAskForAFigureThatItsRowDoesNotHave() throws IOException {
    for (String wrong : List.of("{shrae}", "{lower share}", "{shot}", "{kind}")) {
      String table = Table.AUTHORITY.shipped().replace("up to {share} % of the", "up to " + wrong);
      Answer answer = deployed(Table.AUTHORITY, table);

      assertThat(answer.status()).as("%s", answer).isEqualTo(400);
      assertThat(answer.field()).isEqualTo("budget-change-authority");
      assertThat(answer.text("detail"))
          .contains("Transfer within one section, below the line, small in share")
          .contains(wrong);
    }
  }

  /** Changes every figure in the table's cells, deploys it, and asks for every row. */
  private void assertThatNoReasonIsOld(Table table, String model) throws IOException {
    List<String> old = new ArrayList<>();
    DmnModelInstance read = read(model);
    Stream.<DmnElement>concat(
            read.getModelElementsByType(InputEntry.class).stream(),
            read.getModelElementsByType(OutputEntry.class).stream()
                .filter(entry -> entry.getTextContent().strip().matches("\"P\\d+D\"")))
        .forEach(
            cell -> {
              Text text = (Text) cell.getUniqueChildElementByType(Text.class);
              String content = text.getTextContent();
              new RowCell("", content).figures().forEach(figure -> old.add(figure.toPlainString()));
              text.setTextContent(
                  Pattern.compile("\\d+")
                      .matcher(content)
                      .replaceAll(number -> String.valueOf(Long.parseLong(number.group()) + 1)));
            });
    assertThat(old).isNotEmpty();
    String changed = Dmn.convertToString(read);
    deployed(table, changed).ok();

    int version = tables.latestVersion(table.id);
    List<String> reasons = new ArrayList<>();
    new TableProbe(table.id, changed.getBytes(StandardCharsets.UTF_8), table.choices, table.figures)
        .tryAll(
            (question, row) -> {
              Map<String, Object> said = tables.ask(table.id, version, question);
              assertThat(
                      decisions
                          .evaluateDecisionTableByKey(table.id, question)
                          .getSingleResult()
                          .getEntryMap())
                  .as("what the process goes by")
                  .isEqualTo(said);
              said.forEach(
                  (name, value) -> {
                    if (name.toLowerCase().endsWith("because")) {
                      reasons.add((String) value);
                    }
                  });
            });
    assertThat(reasons)
        .hasSameSizeAs(read.getModelElementsByType(Rule.class))
        .allSatisfy(
            reason ->
                assertThat(
                        FiguresInText.of(reason).figures().stream().map(BigDecimal::toPlainString))
                    .doesNotContainAnyElementsOf(old))
        .allSatisfy(reason -> assertThat(reason).endsWith(".").doesNotContain("{"));
    assertThat(reasons.stream().map(FiguresInText::of))
        .as("reasons with figures")
        .anyMatch(figures -> !figures.figures().isEmpty());
  }

  private Answer deployed(Table table, String model) {
    return Desk.of(port, "admin")
        .upload(
            "/engine-rest/deployment/create",
            table.id + ".dmn",
            model.getBytes(StandardCharsets.UTF_8));
  }

  private static DmnModelInstance read(String model) {
    return Dmn.readModelFromStream(
        new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8)));
  }
}
