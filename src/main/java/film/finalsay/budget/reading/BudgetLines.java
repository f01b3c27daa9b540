package film.finalsay.budget.reading;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Excerpt;
import film.finalsay.approval.PlainText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.util.StringUtils;

/**
 * A budget file cut into lines and cells; what the cells mean is not known here. Lines that are
 * blank, or have nothing but separators, are left out.
 *
 * @param separator the comma, the semicolon or the tab, whichever the header has most of
 * @param headerLine the line that names the columns
 */
record BudgetLines(String separator, long headerLine, Set<Column> columns, List<BudgetLine> lines) {

  static final int MAX_CELL = 500;

  private static final String HEADER = "\"account,description,section,total\"";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * @throws BusinessRuleException (invalid) naming the line that cannot be cut
   */
  static BudgetLines read(byte[] file) {
    String text = text(file);
    String separator = separator(text);
    List<Row> rows = rows(text, separator);
    if (rows.isEmpty()) {
      throw BudgetLine.at(1, "the file is empty; it begins with the header %s", HEADER);
    }
    List<Column> columns = columns(rows.get(0));
    List<BudgetLine> lines = rows.stream().skip(1).map(row -> row.line(columns)).toList();
    return new BudgetLines(separator, rows.get(0).number(), EnumSet.copyOf(columns), lines);
  }

  /**
   * @param form what the header looks like
   */
  void require(String form, Column... needed) {
    for (Column column : needed) {
      if (!columns.contains(column)) {
        throw BudgetLine.at(
            headerLine, "the header has no column \"%s\"; it is %s", column.header(), form);
      }
    }
  }

  /** Only a file that is not separated by commas may have them in its numbers as decimal marks. */
  boolean mayHaveDecimalCommas() {
    return separator.equals(";");
  }

  private record Row(long number, List<String> cells) {

    /** How many cells there are up to the last that has something. */
    int filled() {
      int filled = cells.size();
      while (filled > 0 && cells.get(filled - 1).isEmpty()) {
        filled--;
      }
      return filled;
    }

    /** Spreadsheets write separators as wide as their widest line; a heading is one cell. */
    BudgetLine line(List<Column> columns) {
      int size = Math.max(filled(), Math.min(cells.size(), columns.size()));
      boolean heading = cells.stream().filter(cell -> !cell.isEmpty()).count() == 1;
      if (size > columns.size() || (size < columns.size() && !heading)) {
        throw BudgetLine.at(number, "has %d columns instead of %d", size, columns.size());
      }
      Map<Column, String> byColumn = new EnumMap<>(Column.class);
      for (int i = 0; i < size; i++) {
        byColumn.put(columns.get(i), cells.get(i));
      }
      return new BudgetLine(number, byColumn);
    }
  }

  private static List<Column> columns(Row header) {
    List<Column> columns = new ArrayList<>();
    for (String name : header.cells().subList(0, header.filled())) {
      String shortened = name.length() <= 40 ? name : Excerpt.beginning(name, 40) + "…";
      Column column =
          Column.named(name)
              .orElseThrow(
                  () ->
                      BudgetLine.at(
                          header.number(),
                          "has to be the header %s; \"%s\" is no column of it",
                          HEADER,
                          shortened));
      if (columns.contains(column)) {
        throw BudgetLine.at(
            header.number(), "the header has two columns for \"%s\"", column.header());
      }
      columns.add(column);
    }
    return columns;
  }

  private static List<Row> rows(String text, String separator) {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreSurroundingSpaces(true).get();
    List<Row> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      Iterator<CSVRecord> records = parser.iterator();
      long number = 1;
      while (hasNext(records, number)) {
        Row row = new Row(number, cells(records.next(), number));
        if (row.filled() > 0) {
          rows.add(row);
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
            number, "has a cell of %d characters; at most %d fit", cell.length(), MAX_CELL);
      }
      PlainText.flawOfLine(cell)
          .ifPresent(
              flaw -> {
                throw BudgetLine.at(
                    number,
                    "has a line break or another control character in column %d, %s; plain characters are allowed",
                    cells.size() + 1,
                    flaw);
              });
      cells.add(cell);
    }
    return cells;
  }

  private static String separator(String text) {
    String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    String unquoted = header.replaceAll("\"[^\"]*\"", "");
    return Stream.of(",", ";", "\t")
        .max(Comparator.comparing(mark -> StringUtils.countOccurrencesOf(unquoted, mark)))
        .orElseThrow();
  }

  /**
   * UTF-8, or UTF-16 that says so by its byte order mark; any other encoding gives no sign of what
   * it is, and a wrong guess would show only in the names.
   */
  private static String text(byte[] file) {
    CharBuffer chars = CharBuffer.allocate(file.length + 1);
    CoderResult result = charset(file).newDecoder().decode(ByteBuffer.wrap(file), chars, true);
    String text = chars.flip().toString();
    if (result.isError()) {
      throw BudgetLine.at(
          (text + "?").lines().count(),
          "has a character that is not UTF-8; save the file as \"CSV UTF-8\", or as UTF-16 with a"
              + " byte order mark");
    }
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static Charset charset(byte[] file) {
    int mark = file.length < 2 ? 0 : (file[0] & 0xFF) << 8 | (file[1] & 0xFF);
    return switch (mark) {
      case 0xFEFF -> StandardCharsets.UTF_16BE;
      case 0xFFFE -> StandardCharsets.UTF_16LE;
      default -> StandardCharsets.UTF_8;
    };
  }
}
