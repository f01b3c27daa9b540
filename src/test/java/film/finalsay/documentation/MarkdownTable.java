package film.finalsay.documentation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table as a page has it. */
record MarkdownTable(List<String> columns, Stream<List<String>> rows) {

  @Override
  public String toString() {
    return line(columns)
        + line(columns.stream().map(column -> "---").toList())
        + rows.map(MarkdownTable::line).collect(Collectors.joining());
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
