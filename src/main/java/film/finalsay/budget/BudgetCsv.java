package film.finalsay.budget;

import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.approval.Refusal;
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

/**
 * Reads a top sheet: a header {@code account,description,section,total}, then an account a line.
 * Every line is either understood or refused with its number; nothing is guessed or left out.
 */
final class BudgetCsv {

  private static final Set<String> HEADER = Set.of("account", "description", "section", "total");
  private static final Pattern ACCOUNT = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{0,11}");
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,20}(\\.\\d{1,6})?");
  private static final int MAX_ACCOUNTS = 5_000;
  private static final String FIELD = "file";

  private BudgetCsv() {}

  /**
   * @return the accounts in the order of the file, at least one
   * @throws Refusal (invalid) naming the line and what is wrong with it
   */
  static List<Account> read(byte[] file, Currency currency) {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text(file)), format)) {
      if (!HEADER.equals(Set.copyOf(parser.getHeaderNames()))) {
        throw Refusal.invalid(
            FIELD, "line 1 has to be the header \"account,description,section,total\".");
      }
      List<Account> accounts = new ArrayList<>();
      Set<String> numbers = new HashSet<>();
      for (CSVRecord line : parser) {
        Account account = account(line, parser.getCurrentLineNumber(), currency);
        if (!numbers.add(account.number())) {
          throw atLine(
              parser.getCurrentLineNumber(),
              "account %s is there twice".formatted(account.number()));
        }
        accounts.add(account);
        if (accounts.size() > MAX_ACCOUNTS) {
          throw Refusal.invalid(FIELD, "has more than %d accounts.".formatted(MAX_ACCOUNTS));
        }
      }
      if (accounts.isEmpty()) {
        throw Refusal.invalid(FIELD, "has no account under its header.");
      }
      if (accounts.stream().filter(Account::contingency).count() > 1) {
        throw Refusal.invalid(FIELD, "has more than one account named CONTINGENCY.");
      }
      return accounts;
    } catch (UncheckedIOException | CSVException | IllegalArgumentException malformed) {
      throw Refusal.invalid(FIELD, "is no well-formed CSV: " + malformed.getMessage());
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private static Account account(CSVRecord line, long number, Currency currency) {
    if (!line.isConsistent()) {
      throw atLine(number, "has %d columns instead of 4".formatted(line.size()));
    }
    String account = line.get("account");
    if (!ACCOUNT.matcher(account).matches()) {
      throw atLine(number, "\"account\" has to be 1 to 12 digits or letters, as in 3500");
    }
    String description = line.get("description");
    if (description.isEmpty()
        || description.length() > 200
        || description.chars().anyMatch(Character::isISOControl)) {
      throw atLine(number, "\"description\" has to have 1 to 200 plain characters");
    }
    return new Account(
        account,
        description,
        section(line.get("section"), number),
        description.equalsIgnoreCase("CONTINGENCY"),
        total(line.get("total"), number, currency),
        Money.zero(currency),
        Money.zero(currency));
  }

  private static Section section(String text, long line) {
    try {
      return Inputs.of(Map.of("section", text)).oneOf("section", Section.class);
    } catch (Refusal refusal) {
      throw atLine(line, refusal.getMessage());
    }
  }

  private static Money total(String text, long line, Currency currency) {
    try {
      if (AMOUNT.matcher(text).matches()) {
        return Money.of(new BigDecimal(text), currency);
      }
    } catch (ArithmeticException outOfRange) {
      // refused below, with every other text that is no amount
    }
    throw atLine(
        line,
        "\"total\" has to be an amount of zero or more in %s, as in 262500 or 262500.00"
            .formatted(currency.getCurrencyCode()));
  }

  private static String text(byte[] file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException notUtf8) {
      throw Refusal.invalid(FIELD, "is not UTF-8 text.");
    }
  }

  private static Refusal atLine(long line, String what) {
    return Refusal.invalid(FIELD, "line %d: %s.".formatted(line, what.replaceAll("\\.$", "")));
  }
}
