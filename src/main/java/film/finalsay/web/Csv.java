package film.finalsay.web;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Money;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;

/** CSV files, as they come and as they go. */
public final class Csv {

  public static final String TYPE = "text/csv";

  private static final int MAX_BYTES = 1024 * 1024;
  private static final MediaType IN_UTF_8 = new MediaType("text", "csv", StandardCharsets.UTF_8);

  /** A spreadsheet takes a text that begins so for a formula, and would run it. */
  private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

  private final StringBuilder text = new StringBuilder();
  private final CSVPrinter printer;

  /** A file for a spreadsheet, empty but for its header. */
  public Csv(String... header) {
    try {
      printer = new CSVPrinter(text, CSVFormat.RFC4180.builder().setHeader(header).get());
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  /**
   * Adds a line.
   *
   * @param cells an amount is written plain, and no text as a formula
   */
  public Csv line(Object... cells) {
    try {
      printer.printRecord(Arrays.stream(cells).map(Csv::plain));
      return this;
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private static Object plain(Object cell) {
    if (cell instanceof Money money) {
      return money.plain();
    }
    return cell instanceof String typed ? harmless(typed) : cell;
  }

  private static String harmless(String typed) {
    return typed.isEmpty() || BEGINS_A_FORMULA.indexOf(typed.charAt(0)) < 0 ? typed : "'" + typed;
  }

  public ResponseEntity<byte[]> answer() {
    return answer(ResponseEntity.ok(), text.toString());
  }

  /**
   * @param start with the headers that the file needs besides
   */
  public static ResponseEntity<byte[]> answer(BodyBuilder start, String text) {
    return start.contentType(IN_UTF_8).body(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws BusinessRuleException (invalid) naming {@code file} if it is larger than 1 MB
   */
  public static byte[] content(InputStream file) throws IOException {
    byte[] content = file.readNBytes(MAX_BYTES + 1);
    if (content.length > MAX_BYTES) {
      throw invalid("file", "is larger than 1 MB.");
    }
    return content;
  }
}
