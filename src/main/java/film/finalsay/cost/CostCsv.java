package film.finalsay.cost;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * Reads a cost report: a header {@code account,actual,commitments,etc,reason}, the last of which
 * may be left out, then an account a line. Every line is either understood or refused with its
 * number.
 */
final class CostCsv {

  static final String FIELD = "file";

  private static final Set<String> NEEDED = Set.of("account", "actual", "commitments", "etc");
  private static final String REASON = "reason";
  private static final Pattern ACCOUNT = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{0,11}");

  /** Plain digits, or thousands with one kind of mark throughout; a point before the cents. */
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(\\d{1,20}|\\d{1,3}([,'’ \\u00a0\\u202f])\\d{3}(\\2\\d{3}){0,5})(\\.\\d{1,6})?");

  private CostCsv() {}

  /**
   * One account as a file reports it.
   *
   * @param number of the line in the file, from 1
   * @param reason null if it says none
   */
  record Line(
      long number, String account, Money actual, Money commitments, Money etc, String reason) {

    Money efc() {
      return actual.plus(commitments).plus(etc);
    }
  }

  /**
   * @return the lines in the order of the file, at least one, each account once
   * @throws BusinessRuleException (invalid) naming the line and what is wrong with it
   */
  static List<Line> read(byte[] file, Currency currency) {
    String text = text(file);
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter(text))
            .setHeader()
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      requireHeader(Set.copyOf(parser.getHeaderNames()));
      List<Line> lines = new ArrayList<>();
      Set<String> accounts = new HashSet<>();
      for (CSVRecord row : parser) {
        Line line = line(row, parser.getCurrentLineNumber(), currency);
        if (!accounts.add(line.account())) {
          throw atLine(line.number(), "account %s is there twice", line.account());
        }
        lines.add(line);
      }
      if (lines.isEmpty()) {
        throw invalid(FIELD, "has no account under its header.");
      }
      return lines;
    } catch (UncheckedIOException | CSVException | IllegalArgumentException malformed) {
      throw invalid(FIELD, "is no well-formed CSV: " + malformed.getMessage());
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private static char delimiter(String text) {
    String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    return header.contains(";") ? ';' : ',';
  }

  private static void requireHeader(Set<String> names) {
    Set<String> without = new HashSet<>(names);
    without.remove(REASON);
    if (!without.equals(NEEDED)) {
      throw invalid(
          FIELD,
          "line 1 has to be the header \"account,actual,commitments,etc\", with \"reason\" if lines"
              + " give one.");
    }
  }

  private static Line line(CSVRecord row, long number, Currency currency) {
    if (!row.isConsistent()) {
      throw atLine(
          number,
          "has %d columns instead of %d; an amount with commas stands in quotation marks",
          row.size(),
          row.getParser().getHeaderNames().size());
    }
    String account = row.get("account");
    if (!ACCOUNT.matcher(account).matches()) {
      throw atLine(number, "\"account\" has to be 1 to 12 digits or letters, as in 3500");
    }
    Money etc = amount(row, "etc", number, currency);
    if (etc.isNegative()) {
      throw atLine(number, "\"etc\" has to be zero or more; a credit belongs to the commitments");
    }
    return new Line(
        number,
        account,
        amount(row, "actual", number, currency),
        amount(row, "commitments", number, currency),
        etc,
        row.isMapped(REASON) ? reason(row.get(REASON), number) : null);
  }

  private static Money amount(CSVRecord row, String column, long line, Currency currency) {
    String text = row.get(column);
    boolean bracketed = text.startsWith("(") && text.endsWith(")");
    boolean negative = bracketed || text.startsWith("-");
    String digits =
        bracketed
            ? text.substring(1, text.length() - 1).strip()
            : text.substring(negative ? 1 : 0).strip();
    if (AMOUNT.matcher(digits).matches()) {
      try {
        Money amount = Money.of(new BigDecimal(digits.replaceAll("[^0-9.]", "")), currency);
        return negative ? amount.negated() : amount;
      } catch (ArithmeticException outOfRange) {
        // refused below, with every other text that is no amount
      }
    }
    throw atLine(
        line,
        "\"%s\" has to be an amount in %s with at most %d decimals, as in 1234.50, 1,234.50 or"
            + " (1,234.50) for a credit",
        column,
        currency.getCurrencyCode(),
        currency.getDefaultFractionDigits());
  }

  private static String reason(String text, long line) {
    try {
      return Inputs.of(Map.of(REASON, text)).optionalLongText(REASON).orElse(null);
    } catch (BusinessRuleException refusal) {
      throw atLine(line, refusal.getMessage());
    }
  }

  private static String text(byte[] file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException notUtf8) {
      throw invalid(FIELD, "is not UTF-8 text.");
    }
  }

  static BusinessRuleException atLine(long line, String what, Object... values) {
    String formatted = values.length == 0 ? what : what.formatted(values);
    return invalid(FIELD, "line %d: %s.", line, formatted.replaceAll("\\.$", ""));
  }
}
