package film.finalsay.engine.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;

/**
 * The reasons that a row of a decision table gives, with the figures of its own cells. {@code
 * {share}} in a reason is the figure of the row's cell under {@code share}; {@code {lower share}}
 * and {@code {upper share}} are the two of a range. So whoever changes a limit changes the reason
 * with it. A reason that states a figure that none of its cells has is an old one: what the cells
 * say takes its place.
 */
public final class RowReasons {

  /** An output is a reason if its name ends so. */
  private static final String REASON = "because";

  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
  private static final Pattern LITERAL = Pattern.compile("\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?:(lower|upper) )?(\\w+)}");

  private final Map<String, RowCell> cells = new HashMap<>();
  private final List<RowCell> filled = new ArrayList<>();
  private final Map<Integer, String> reasons = new LinkedHashMap<>();

  public RowReasons(Rule row) {
    DecisionTable table = (DecisionTable) row.getParentElement();
    List<InputEntry> conditions = List.copyOf(row.getInputEntries());
    List<OutputEntry> conclusions = List.copyOf(row.getOutputEntries());
    if (conditions.size() < table.getInputs().size()
        || conclusions.size() < table.getOutputs().size()) {
      return; // no row that the engine could read
    }
    int column = 0;
    for (Input input : table.getInputs()) {
      String expression = expression(input);
      add(
          NAME.matcher(expression).results().map(MatchResult::group),
          label(input.getLabel(), expression),
          content(conditions.get(column++).getText()));
    }
    column = 0;
    for (Output output : table.getOutputs()) {
      String name = label(output.getName(), "");
      String said = content(conclusions.get(column).getText()).strip();
      if (!name.toLowerCase(Locale.ROOT).endsWith(REASON)) {
        add(Stream.of(name), label(output.getLabel(), name), said);
      } else if (LITERAL.matcher(said).matches()) {
        reasons.put(column, said.substring(1, said.length() - 1));
      }
      column++;
    }
  }

  private static String expression(Input input) {
    return input.getInputExpression() == null ? "" : content(input.getInputExpression().getText());
  }

  /** Without the note that a modeller may have put on the cell. */
  private static String content(Text text) {
    return text == null ? "" : text.getTextContent();
  }

  private static String label(String label, String orElse) {
    return label == null ? orElse : label;
  }

  private void add(Stream<String> names, String label, String text) {
    RowCell cell = new RowCell(label, text);
    names.forEach(name -> cells.putIfAbsent(name, cell));
    if (!cell.isEmpty()) {
      filled.add(cell);
    }
  }

  /** What each of its reasons says, by the place of its output in the table. */
  public Map<Integer, String> inWords() {
    Map<Integer, String> said = new LinkedHashMap<>();
    reasons.forEach((column, text) -> said.put(column, inWords(text)));
    return said;
  }

  /** The first placeholder for which the row has no figure. */
  Optional<String> unfillable() {
    return reasons.values().stream()
        .flatMap(text -> PLACEHOLDER.matcher(text).results())
        .filter(placeholder -> figure(placeholder).isEmpty())
        .map(MatchResult::group)
        .findFirst();
  }

  private String inWords(String text) {
    boolean stale =
        unfillable().isPresent()
            || !FiguresInText.of(PLACEHOLDER.matcher(text).replaceAll("")).allAmong(figures());
    return stale
        ? filled.stream()
            .map(RowCell::withColumn)
            .collect(Collectors.joining("; ", "By the table, for ", "."))
            .replaceAll("[\"\\\\]", "")
        : PLACEHOLDER
            .matcher(text)
            .replaceAll(placeholder -> Matcher.quoteReplacement(figure(placeholder).orElseThrow()));
  }

  private List<BigDecimal> figures() {
    return filled.stream().flatMap(cell -> cell.figures().stream()).toList();
  }

  private Optional<String> figure(MatchResult placeholder) {
    String end = placeholder.group(1);
    return Optional.ofNullable(cells.get(placeholder.group(2)))
        .flatMap(cell -> end == null ? cell.inWords() : cell.inWords(end.equals("upper")));
  }
}
