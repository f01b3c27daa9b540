package film.finalsay.finance;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A finance plan as a file: {@code name,kind,amount,state,terms,expires,document}. */
public final class FinanceCsv {

  public static final String[] HEADER = {
    "name", "kind", "amount", "state", "terms", "expires", "document"
  };

  private static final List<String> NEEDED = List.of("name", "kind", "amount", "state");

  /** What {@link film.finalsay.web.Csv} puts its mark before. */
  private static final String MARKED = "'[=+\\-@\t\r\n].*";

  private FinanceCsv() {}

  /**
   * @return the sources as {@link FinancePlans#save} takes them
   * @throws BusinessRuleException (invalid) naming {@code file} if it is no such file
   */
  public static Map<String, Object> read(byte[] file) {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();
    try (CSVParser parser = CSVParser.parse(text(file), format)) {
      for (String column : parser.getHeaderNames()) {
        if (!List.of(HEADER).contains(column)) {
          throw wrong("has a column \"%s\"".formatted(column));
        }
      }
      if (!parser.getHeaderNames().containsAll(NEEDED)) {
        throw wrong("lacks one of the columns " + String.join(", ", NEEDED));
      }
      List<Map<String, Object>> sources = new ArrayList<>();
      for (CSVRecord line : parser) {
        if (!line.isConsistent()) {
          throw wrong(
              "has %d cells in line %d".formatted(line.size(), parser.getCurrentLineNumber()));
        }
        Map<String, Object> source = new HashMap<>();
        line.toMap().forEach((column, cell) -> source.put(column, plain(cell)));
        sources.add(source);
      }
      return Map.of("sources", sources);
    } catch (IOException | RuntimeException unreadable) {
      if (unreadable instanceof BusinessRuleException refusal) {
        throw refusal;
      }
      throw wrong("cannot be read as CSV");
    }
  }

  private static String plain(String cell) {
    return cell.matches("(?s)" + MARKED) ? cell.substring(1) : cell;
  }

  private static String text(byte[] file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException notUtf8) {
      throw wrong("is not UTF-8");
    }
  }

  private static BusinessRuleException wrong(String what) {
    return invalid("file", "%s; the header is \"%s\".", what, String.join(",", HEADER));
  }
}
