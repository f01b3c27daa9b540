package film.finalsay.delivery;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A distributor's delivery list as a file: {@code item,specification,essential,due}, in any order
 * and as distributors and spreadsheets write it. Every line is either understood or refused with
 * its number.
 */
public final class DeliveryCsv {

  public static final String[] HEADER = {"item", "specification", "essential", "due"};

  private static final String FIELD = "file";
  private static final String ITEM = HEADER[0];
  private static final String SPECIFICATION = HEADER[1];
  private static final String ESSENTIAL = HEADER[2];
  private static final String DUE = HEADER[3];

  /** What says nothing of the item, and is left aside. */
  private static final String ASIDE = "";

  /** How the columns are called besides, in small letters alone. */
  private static final Map<String, String> ALSO =
      Map.ofEntries(
          Map.entry("deliverable", ITEM),
          Map.entry("deliverables", ITEM),
          Map.entry("deliveryitem", ITEM),
          Map.entry("material", ITEM),
          Map.entry("element", ITEM),
          Map.entry("spec", SPECIFICATION),
          Map.entry("specs", SPECIFICATION),
          Map.entry("specifications", SPECIFICATION),
          Map.entry("technicalspecification", SPECIFICATION),
          Map.entry("description", SPECIFICATION),
          Map.entry("details", SPECIFICATION),
          Map.entry("format", SPECIFICATION),
          Map.entry("mandatory", ESSENTIAL),
          Map.entry("required", ESSENTIAL),
          Map.entry("essentialyn", ESSENTIAL),
          Map.entry("duedate", DUE),
          Map.entry("dueday", DUE),
          Map.entry("deliverydate", DUE),
          Map.entry("deadline", DUE),
          Map.entry("no", ASIDE),
          Map.entry("nr", ASIDE),
          Map.entry("itemno", ASIDE));

  private static final Set<String> YES =
      Set.of("yes", "y", "true", "x", "1", "essential", "mandatory", "required");
  private static final Set<String> NO =
      Set.of("no", "n", "false", "-", "0", "non-essential", "optional", "if available");
  private static final Set<String> NO_DAY = Set.of("", "-", "tba", "tbc", "tbd", "n/a");

  /** A day and a month in figures are told apart by what stands between them. */
  private static final List<DateTimeFormatter> DAYS =
      Stream.of("uuuu-M-d", "d.M.uuuu", "d MMM uuuu", "d MMMM uuuu", "MMM d, uuuu", "MMMM d, uuuu")
          .map(
              pattern ->
                  DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                      .withResolverStyle(ResolverStyle.STRICT))
          .toList();

  /** What {@link film.finalsay.web.Csv} puts its mark before. */
  private static final Pattern MARKED = Pattern.compile("(?s)'[=+\\-@\t\r\n].*");

  private DeliveryCsv() {}

  /**
   * @return in the order of the file, at least one, each item once
   * @throws BusinessRuleException (invalid) naming {@code file}, and the line that is wrong
   */
  static List<AgreedItem> read(byte[] file) {
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
      List<AgreedItem> items = new ArrayList<>();
      Set<String> seen = new HashSet<>();
      for (CSVRecord line : parser) {
        if (columns == null) {
          columns = columns(line);
        } else if (line.stream().anyMatch(cell -> !cell.isEmpty())) {
          AgreedItem item = item(line, columns, parser.getCurrentLineNumber());
          if (!seen.add(item.item().toLowerCase(Locale.ROOT))) {
            throw atLine(
                parser.getCurrentLineNumber(), "\"%s\" is there twice".formatted(item.item()));
          }
          items.add(item);
        }
      }
      if (items.isEmpty() || items.size() > DeliverySchedules.MAX_ITEMS) {
        throw invalid(
            FIELD,
            "has %d items under its header; 1 to %d are allowed.",
            items.size(),
            DeliverySchedules.MAX_ITEMS);
      }
      return items;
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
    List<String> read = columns.stream().filter(column -> !column.equals(ASIDE)).toList();
    boolean known = List.of(HEADER).containsAll(read);
    if (!known || !read.contains(ITEM) || Set.copyOf(read).size() != read.size()) {
      throw invalid(
          FIELD,
          "line %d has to be a header with %s; \"item\" alone is needed.",
          header.getParser().getCurrentLineNumber(),
          String.join(", ", HEADER));
    }
    return columns;
  }

  private static AgreedItem item(CSVRecord line, List<String> columns, long number) {
    if (line.size() != columns.size()) {
      throw atLine(
          number,
          "has %d cells instead of %d; a text with commas stands in quotation marks"
              .formatted(line.size(), columns.size()));
    }
    Map<String, Object> cells = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).equals(ASIDE)) {
        cells.put(columns.get(i), plain(line.get(i)));
      }
    }
    cells.put(ESSENTIAL, !cells.containsKey(ESSENTIAL) || isYes(cells.get(ESSENTIAL), number));
    cells.computeIfPresent(DUE, (column, cell) -> day(cell.toString(), number));
    try {
      return AgreedItem.sent(Inputs.of(cells));
    } catch (BusinessRuleException refusal) {
      throw atLine(number, "\"%s\" %s".formatted(refusal.field(), refusal.reason()));
    }
  }

  /** A list without such a column names nothing that the film could be delivered without. */
  private static boolean isYes(Object cell, long line) {
    String said = cell.toString().toLowerCase(Locale.ROOT);
    if (!YES.contains(said) && !NO.contains(said)) {
      throw atLine(line, "\"essential\" has to be yes or no");
    }
    return YES.contains(said);
  }

  private static String day(String cell, long line) {
    if (NO_DAY.contains(cell.toLowerCase(Locale.ROOT))) {
      return "";
    }
    for (DateTimeFormatter written : DAYS) {
      try {
        return LocalDate.parse(cell, written).toString();
      } catch (DateTimeException otherwise) {
        // written in another way, or refused below
      }
    }
    throw atLine(
        line, "\"due\" has to be a day as in 2027-01-31, 31.1.2027 or 31 Jan 2027, or empty");
  }

  private static String plain(String cell) {
    return MARKED.matcher(cell).matches() ? cell.substring(1) : cell;
  }

  private static char delimiter(String text) {
    String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    return header.contains("\t") ? '\t' : header.contains(";") ? ';' : ',';
  }

  private static String text(byte[] file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException notUtf8) {
      throw invalid(FIELD, "is not UTF-8 text.");
    }
  }

  private static BusinessRuleException atLine(long line, String what) {
    return invalid(FIELD, "line %d: %s.", line, what.replaceAll("\\.$", ""));
  }
}
