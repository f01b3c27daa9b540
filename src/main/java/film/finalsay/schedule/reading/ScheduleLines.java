package film.finalsay.schedule.reading;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Excerpt;
import film.finalsay.approval.PlainText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A schedule file cut into lines and cells; what the cells mean is not known here. */
final class ScheduleLines {

  private static final String HEADER = "\"date,unit,location,scenes,pages,cast,D/N\"";
  private static final int MAX_CELL = 500;

  /** What {@link film.finalsay.web.Csv} puts its mark before. */
  private static final String MARKED = "'[=+\\-@].*";

  private final List<Column> columns;
  private final List<ScheduleLine> lines = new ArrayList<>();

  private ScheduleLines(List<Column> columns) {
    this.columns = columns;
  }

  /**
   * @return the lines under the header that are not empty
   * @throws BusinessRuleException (invalid) naming the line that cannot be cut, or what the header
   *     lacks
   */
  static List<ScheduleLine> read(byte[] file) {
    String text = text(file);
    ScheduleLines read = null;
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(separator(text))
            .setIgnoreSurroundingSpaces(true)
            .get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      Iterator<CSVRecord> records = parser.iterator();
      long number = 1;
      while (hasNext(records, number)) {
        List<String> cells = cells(records.next(), number);
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
          if (read == null) {
            read = new ScheduleLines(columns(cells, number));
          } else {
            read.add(cells, number);
          }
        }
        number = parser.getCurrentLineNumber() + 1;
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    if (read == null) {
      throw ScheduleLine.at(1, "the file is empty; it begins with a header such as " + HEADER);
    }
    return read.lines;
  }

  private static boolean hasNext(Iterator<CSVRecord> records, long number) {
    try {
      return records.hasNext();
    } catch (UncheckedIOException malformed) {
      throw ScheduleLine.at(
          number,
          "is no well-formed CSV: a quote is not closed, or text follows a closing quote; a quote"
              + " within quotes is written twice");
    }
  }

  private static List<String> cells(CSVRecord record, long number) {
    List<String> cells = new ArrayList<>();
    for (String value : record) {
      String cell = value.matches(MARKED) ? value.substring(1).strip() : value.strip();
      if (cell.length() > MAX_CELL) {
        throw ScheduleLine.at(
            number, "has a cell of %d characters; at most %d fit", cell.length(), MAX_CELL);
      }
      PlainText.flawOfLine(cell)
          .ifPresent(
              flaw -> {
                throw ScheduleLine.at(number, "contains the character %s", flaw);
              });
      cells.add(cell);
    }
    return cells;
  }

  private static List<Column> columns(List<String> header, long number) {
    List<Column> columns = new ArrayList<>();
    for (String name : header) {
      Column column =
          Column.named(name)
              .orElseThrow(
                  () ->
                      ScheduleLine.at(
                          number,
                          "has to be a header such as %s; \"%s\" is no column of a schedule",
                          HEADER,
                          Excerpt.beginning(name, 40)));
      if (column != Column.OTHER && columns.contains(column)) {
        throw ScheduleLine.at(number, "has two columns for \"%s\"", column.header());
      }
      columns.add(column);
    }
    requireOneOf(columns, number, Column.SCENES);
    requireOneOf(columns, number, Column.PAGES, Column.EIGHTHS);
    requireOneOf(columns, number, Column.LOCATION, Column.SET);
    requireOneOf(columns, number, Column.DAY_OR_NIGHT);
    return columns;
  }

  private static void requireOneOf(List<Column> columns, long number, Column... needed) {
    if (List.of(needed).stream().noneMatch(columns::contains)) {
      throw ScheduleLine.at(
          number, "lacks the column \"%s\"; the header is such as %s", needed[0].header(), HEADER);
    }
  }

  /** Spreadsheets write separators as wide as their widest line; what is empty says nothing. */
  private void add(List<String> cells, long number) {
    Map<Column, String> byColumn = new EnumMap<>(Column.class);
    String label = "";
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      if (cell.isEmpty()) {
        continue;
      }
      if (i >= columns.size()) {
        throw ScheduleLine.at(number, "has %d columns instead of %d", i + 1, columns.size());
      }
      label = label.isEmpty() ? cell : label;
      byColumn.put(columns.get(i), cell);
    }
    lines.add(new ScheduleLine(number, byColumn, label));
  }

  private static char separator(String text) {
    String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    if (header.contains("\t")) {
      return '\t';
    }
    return header.contains(";") ? ';' : ',';
  }

  private static String text(byte[] file) {
    if (file.length > 1 && file[0] == 'P' && file[1] == 'K') {
      throw ScheduleLine.at(1, "the file is an Excel workbook; save it as \"CSV UTF-8\"");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException notUtf8) {
      throw ScheduleLine.at(
          1, "the file has a character that is not UTF-8; save it as \"CSV UTF-8\"");
    }
  }
}
