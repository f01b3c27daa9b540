package film.finalsay.documentation;

import film.finalsay.engine.tables.RowReasons;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/** A decision table as a page shows it. */
final class TableInWords {

  private TableInWords() {}

  /** The inputs of a table, and as many of its outputs as have a heading here. */
  static String of(String file, String... outputs) {
    DecisionTable table =
        Dmn.readModelFromFile(Path.of(file).toFile())
            .getModelElementsByType(DecisionTable.class)
            .iterator()
            .next();
    List<String> columns =
        Stream.concat(table.getInputs().stream().map(input -> input.getLabel()), Stream.of(outputs))
            .toList();
    return new MarkdownTable(
            columns, table.getRules().stream().map(rule -> row(rule, outputs.length)))
        .toString();
  }

  private static List<String> row(Rule rule, int outputCount) {
    Stream<String> inputs =
        rule.getInputEntries().stream().map(entry -> entry.getTextContent().strip());
    Map<Integer, String> reasons = new RowReasons(rule).inWords();
    List<OutputEntry> said = List.copyOf(rule.getOutputEntries());
    Stream<String> outputs =
        IntStream.range(0, outputCount)
            .mapToObj(
                column -> reasons.getOrDefault(column, said.get(column).getTextContent().strip()));
    return Stream.concat(inputs, outputs)
        .map(
            cell ->
                cell.equals("-") ? "" : cell.replace("\"", "").replaceAll(",(?=[A-Za-z])", ", "))
        .toList();
  }
}
