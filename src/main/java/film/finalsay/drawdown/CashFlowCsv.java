package film.finalsay.drawdown;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.BusinessRuleException.Kind;
import film.finalsay.approval.Inputs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A cash-flow schedule as a file: {@code source,tranche,earliest,milestone,most}, in any order and
 * as spreadsheets write it. Every line is either understood or refused with its number.
 */
public final class CashFlowCsv {

  public static final String[] HEADER = {"source", "tranche", "earliest", "milestone", "most"};

  private static final String FIELD = "file";

  /** How spreadsheets call the columns besides. */
  private static final Map<String, String> ALSO =
      Map.ofEntries(
          Map.entry("part", "tranche"),
          Map.entry("instalment", "tranche"),
          Map.entry("date", "earliest"),
          Map.entry("earliestdate", "earliest"),
          Map.entry("from", "earliest"),
          Map.entry("week", "earliest"),
          Map.entry("amount", "most"),
          Map.entry("maximum", "most"),
          Map.entry("max", "most"));

  private static final List<String> NEEDED = List.of("source", "tranche", "earliest", "most");

  /** Thousands with one kind of mark throughout; a point before the cents. */
  private static final Pattern WITH_MARKS =
      Pattern.compile("\\d{1,3}([,'’ \\u00a0\\u202f])\\d{3}(\\1\\d{3}){0,5}(\\.\\d{1,6})?");

  /** What {@link film.finalsay.web.Csv} puts its mark before. */
  private static final Pattern MARKED = Pattern.compile("(?s)'[=+\\-@\t\r\n].*");

  private CashFlowCsv() {}

  /**
   * @param tranche reads one line by the names of {@link #HEADER}
   * @throws BusinessRuleException (invalid) naming {@code file}, and the line that is wrong
   */
  static <T> List<T> read(byte[] file, Function<Inputs, T> tranche) {
    String text = text(file);
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter(text))
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      List<String> columns = null;
      List<T> tranches = new ArrayList<>();
      for (CSVRecord line : parser) {
        if (columns == null) {
          columns = columns(line);
        } else if (!isTotal(line)) {
          tranches.add(read(line, columns, parser.getCurrentLineNumber(), tranche));
        }
      }
      if (tranches.isEmpty()) {
        throw invalid(FIELD, "has no tranche; the header is \"%s\".", String.join(",", HEADER));
      }
      return tranches;
    } catch (UncheckedIOException | CSVException malformed) {
      throw invalid(FIELD, "cannot be read as CSV.");
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private static List<String> columns(CSVRecord header) {
    List<String> columns =
        header.stream()
            .map(name -> name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""))
            .map(name -> ALSO.getOrDefault(name, name))
            .toList();
    boolean known = List.of(HEADER).containsAll(columns);
    if (!known
        || !columns.containsAll(NEEDED)
        || columns.stream().distinct().count() != columns.size()) {
      throw invalid(FIELD, "line 1 has to be a header with %s.", String.join(", ", HEADER));
    }
    return columns;
  }

  /** The sum that a spreadsheet puts under its rows. */
  private static boolean isTotal(CSVRecord line) {
    return line.stream().filter(cell -> !cell.isEmpty()).count() <= 2
        && line.stream().anyMatch(cell -> cell.matches("(?i)(grand )?total:?"));
  }

  private static <T> T read(
      CSVRecord line, List<String> columns, long number, Function<Inputs, T> tranche) {
    if (line.size() != columns.size()) {
      throw invalid(
          FIELD,
          "line %d has %d cells instead of %d; an amount with commas stands in quotation marks.",
          number,
          line.size(),
          columns.size());
    }
    Map<String, Object> cells = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.put(columns.get(i), plain(line.get(i)));
    }
    try {
      return tranche.apply(Inputs.of(cells));
    } catch (BusinessRuleException refusal) {
      if (refusal.kind() != Kind.INVALID) {
        throw refusal;
      }
      throw invalid(FIELD, "line %d: \"%s\" %s", number, refusal.field(), refusal.reason());
    }
  }

  private static String plain(String cell) {
    String text = MARKED.matcher(cell).matches() ? cell.substring(1) : cell;
    return WITH_MARKS.matcher(text).matches() ? text.replaceAll("[^0-9.]", "") : text;
  }

  private static char delimiter(String text) {
    Optional<String> header = text.lines().filter(line -> !line.isBlank()).findFirst();
    return header.filter(line -> line.contains(";")).isPresent() ? ';' : ',';
  }

  private static String text(byte[] file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException notUtf8) {
      throw invalid(FIELD, "is not UTF-8 text.");
    }
  }
}
