package film.finalsay.budget.reading;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Money;
import film.finalsay.budget.Account;
import film.finalsay.budget.Breakdown;
import film.finalsay.budget.ExchangeRate;
import film.finalsay.budget.Section;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a top sheet: a header such as {@code account,description,section,total}, then an account a
 * line, with headings of sections and totals lines between them or without. Every line is either
 * understood or refused with its number; nothing is guessed or left out.
 */
final class BudgetCsv {

  private static final int MAX_ACCOUNTS = 5_000;
  private static final int MAX_DESCRIPTION = 200;
  private static final Pattern ACCOUNT = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{0,11}");

  /** A spreadsheet takes a text that begins so for a formula, and would run it. */
  private static final String BEGINS_A_FORMULA = "=+-@";

  private static final Pattern CONTINGENCY =
      Pattern.compile("(?i)contingency(\\s*[:(-]?\\s*\\d{1,2}([.,]\\d{1,2})?\\s*%\\s*\\)?)?");

  private final BudgetLines file;
  private final Currency currency;
  private final Amounts amounts;
  private final Totals totals;
  private final DetailLines details;
  private final List<Account> accounts = new ArrayList<>();
  private final Map<String, Long> lines = new HashMap<>();
  private Long contingency;
  private String heading = "";

  private BudgetCsv(BudgetLines file, Currency currency, List<ExchangeRate> rates) {
    this.file = file;
    this.currency = currency;
    this.amounts = new Amounts(file.mayHaveDecimalCommas());
    this.totals = new Totals(currency);
    this.details = new DetailLines(currency, amounts, rates);
  }

  /**
   * What a budget file says.
   *
   * @param accounts in the order of the file, at least one
   * @param grandTotal as its last line that adds up everything has it; null if there is none
   */
  record BudgetFile(List<Account> accounts, Money grandTotal, Breakdown breakdown) {}

  /**
   * @param rates that are fixed for this version; the file may name more
   * @throws BusinessRuleException (invalid) naming the line and what is wrong with it
   */
  static BudgetFile read(byte[] file, Currency currency, List<ExchangeRate> rates) {
    return new BudgetCsv(BudgetLines.read(file), currency, rates).read();
  }

  private BudgetFile read() {
    requireColumns();
    for (BudgetLine line : file.lines()) {
      read(line);
    }
    if (accounts.isEmpty()) {
      throw BudgetLine.at(file.headerLine(), "there is no account under the header");
    }
    return new BudgetFile(accounts, totals.grandTotal(), details.of(accounts));
  }

  private void requireColumns() {
    file.require(
        "\"account,description,section,total\"", Column.ACCOUNT, Column.DESCRIPTION, Column.TOTAL);
    boolean hasHeadings =
        file.lines().stream().anyMatch(line -> SectionNames.section(line.onlyCell()).isPresent());
    if (!file.columns().contains(Column.SECTION) && !hasHeadings) {
      throw BudgetLine.at(
          file.headerLine(),
          "the header has no column \"section\", and there are no headings such as ABOVE-THE-LINE"
              + " or PRODUCTION over the accounts instead");
    }
  }

  private void read(BudgetLine line) {
    String label = label(line);
    if (isHeading(line.onlyCell())) {
      heading = line.onlyCell();
    } else if (SectionNames.isTotal(label)) {
      totals.check(line, label, amounts.money(line, Column.TOTAL, currency));
    } else if (!details.take(line)) {
      add(line);
    }
  }

  /** What a line is called that is of no account; empty if it is of one. */
  private static String label(BudgetLine line) {
    if (line.has(Column.DETAIL)) {
      return "";
    }
    if (!line.has(Column.ACCOUNT)) {
      return line.cell(Column.DESCRIPTION);
    }
    return line.has(Column.DESCRIPTION) ? "" : line.cell(Column.ACCOUNT);
  }

  private static boolean isHeading(String text) {
    return SectionNames.section(text).isPresent() || SectionNames.isBelowTheLine(text);
  }

  private void add(BudgetLine line) {
    String number = line.cell(Column.ACCOUNT);
    if (!ACCOUNT.matcher(number).matches()) {
      throw line.wrong(Column.ACCOUNT, "has to be 1 to 12 digits or letters, as in 3500");
    }
    String description = description(line);
    Section section = section(line);
    Money total = amounts.money(line, Column.TOTAL, currency);
    if (total.isNegative()) {
      throw line.wrong(
          Column.TOTAL,
          "is %s: what an account costs is zero or more; a credit is a line of its detail",
          total.plain());
    }
    Long earlier = lines.putIfAbsent(number, line.number());
    if (earlier != null) {
      throw line.wrong("account %s is there twice, first in line %d", number, earlier);
    }
    boolean isContingency = CONTINGENCY.matcher(description).matches();
    if (isContingency && contingency != null) {
      throw line.wrong(
          "is the second account named CONTINGENCY; the first is in line %d", contingency);
    }
    contingency = isContingency ? Long.valueOf(line.number()) : contingency;
    if (accounts.size() == MAX_ACCOUNTS) {
      throw line.wrong("is one account more than the %d that a budget may have", MAX_ACCOUNTS);
    }
    Money zero = Money.zero(currency);
    accounts.add(new Account(number, description, section, isContingency, total, zero, zero));
    totals.add(line, section, total);
  }

  /**
   * @throws BusinessRuleException (invalid) if it is empty, too long, or a formula to a
   *     spreadsheet: refused here, it need not be changed wherever it is written again
   */
  static String description(BudgetLine line) {
    String description = line.cell(Column.DESCRIPTION);
    if (description.isEmpty() || description.length() > MAX_DESCRIPTION) {
      throw line.wrong(Column.DESCRIPTION, "has to have 1 to %d characters", MAX_DESCRIPTION);
    }
    if (BEGINS_A_FORMULA.indexOf(description.charAt(0)) >= 0) {
      throw line.wrong(
          Column.DESCRIPTION,
          "begins with %s, which a spreadsheet takes for a formula; leave that out",
          description.charAt(0));
    }
    return description;
  }

  private Section section(BudgetLine line) {
    String sent = line.cell(Column.SECTION);
    Optional<Section> over = SectionNames.section(heading);
    if (sent.isEmpty()) {
      return over.orElseThrow(
          () ->
              line.wrong(
                  Column.SECTION,
                  "is missing, and no heading over the line names one; allowed are "
                      + SectionNames.ALLOWED));
    }
    Section section =
        SectionNames.section(sent)
            .orElseThrow(
                () -> line.wrong(Column.SECTION, "has to be one of " + SectionNames.ALLOWED));
    if (over.isPresent() && over.get() != section) {
      throw line.wrong(Column.SECTION, "is %s, and the line stands under %s", section, heading);
    }
    return section;
  }
}
