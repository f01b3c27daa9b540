package film.finalsay.budget;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Excerpt;
import film.finalsay.approval.PlainText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A budget file cut into lines and cells; what the cells mean is not known here. Lines that are
 * blank, or have nothing but separators, are left out.
 *
 * @param separator the comma, the semicolon or the tab, whichever the header has most of
 * @param headerLine the line that names the columns
 */
record BudgetLines(char separator, long headerLine, Set<Column> columns, List<BudgetLine> lines) {

  static final int MAX_CELL = 500;

  private static final String SEPARATORS = ",;\t";

  /**
   * @throws BusinessRuleException (invalid) naming the line that cannot be cut
   */
  static BudgetLines read(byte[] file) {
    String text = BudgetText.of(file);
    char separator = separator(text);
    List<Row> rows = rows(text, separator);
    if (rows.isEmpty()) {
      throw BudgetLine.at(1, "the file is empty; it begins with the header %s".formatted(header()));
    }
    Row header = rows.get(0);
    List<Column> columns = columns(header);
    List<BudgetLine> lines =
        rows.stream().skip(1).map(row -> row.line(columns)).collect(Collectors.toList());
    return new BudgetLines(separator, header.number(), EnumSet.copyOf(columns), lines);
  }

  /** Only a file that is not separated by commas may have them in its numbers as decimal marks. */
  boolean mayHaveDecimalCommas() {
    return separator == ';';
  }

  private record Row(long number, List<String> cells) {

    /** Spreadsheets write separators as wide as their widest line; a heading is one cell. */
    BudgetLine line(List<Column> columns) {
      int size = Math.max(filled(cells), Math.min(cells.size(), columns.size()));
      boolean heading = cells.stream().filter(cell -> !cell.isEmpty()).count() == 1;
      if (size > columns.size() || (size < columns.size() && !heading)) {
        throw BudgetLine.at(number, "has %d columns instead of %d".formatted(size, columns.size()));
      }
      Map<Column, String> byColumn = new EnumMap<>(Column.class);
      for (int i = 0; i < size; i++) {
        byColumn.put(columns.get(i), cells.get(i));
      }
      return new BudgetLine(number, byColumn);
    }
  }

  /** How many cells there are up to the last that has something. */
  private static int filled(List<String> cells) {
    int filled = cells.size();
    while (filled > 0 && cells.get(filled - 1).isEmpty()) {
      filled--;
    }
    return filled;
  }

  private static List<Column> columns(Row header) {
    List<Column> columns = new ArrayList<>();
    for (String name : header.cells().subList(0, filled(header.cells()))) {
      Column column =
          Column.named(name)
              .orElseThrow(
                  () ->
                      BudgetLine.at(
                          header.number(),
                          "has to be the header %s; \"%s\" is no column of it"
                              .formatted(header(), shortened(name))));
      if (columns.contains(column)) {
        throw BudgetLine.at(
            header.number(), "the header has two columns for \"%s\"".formatted(column.header()));
      }
      columns.add(column);
    }
    return columns;
  }

  private static String header() {
    return Stream.of(Column.ACCOUNT, Column.DESCRIPTION, Column.SECTION, Column.TOTAL)
        .map(Column::header)
        .collect(Collectors.joining(",", "\"", "\""));
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : Excerpt.beginning(text, 40) + "…";
  }

  private static List<Row> rows(String text, char separator) {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreSurroundingSpaces(true).get();
    List<Row> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      Iterator<CSVRecord> records = parser.iterator();
      long number = 1;
      while (hasNext(records, number)) {
        List<String> cells = cells(records.next(), number);
        if (filled(cells) > 0) {
          rows.add(new Row(number, cells));
        }
        number = parser.getCurrentLineNumber() + 1;
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return rows;
  }

  private static boolean hasNext(Iterator<CSVRecord> records, long number) {
    try {
      return records.hasNext();
    } catch (UncheckedIOException malformed) {
      throw BudgetLine.at(
          number,
          "is no well-formed CSV: a quote is not closed, or text follows a closing quote; a quote"
              + " within quotes is written twice");
    }
  }

  private static List<String> cells(CSVRecord record, long number) {
    List<String> cells = new ArrayList<>();
    for (String value : record) {
      String cell = value.strip();
      if (cell.length() > MAX_CELL) {
        throw BudgetLine.at(
            number,
            "has a cell of %d characters; at most %d fit".formatted(cell.length(), MAX_CELL));
      }
      Optional<String> flaw = PlainText.flawOfLine(cell);
      if (flaw.isPresent()) {
        throw BudgetLine.at(
            number,
            "has a line break or another control character in column %d, %s; plain characters are allowed"
                .formatted(cells.size() + 1, flaw.get()));
      }
      cells.add(cell);
    }
    return cells;
  }

  private static char separator(String text) {
    String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    String unquoted = header.replaceAll("\"[^\"]*\"", "");
    char most = SEPARATORS.charAt(0);
    for (char candidate : SEPARATORS.toCharArray()) {
      most = count(unquoted, candidate) > count(unquoted, most) ? candidate : most;
    }
    return most;
  }

  private static long count(String text, char counted) {
    return text.chars().filter(c -> c == counted).count();
  }
}
