package film.finalsay.budget.reading;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Money;
import film.finalsay.budget.Account;
import film.finalsay.budget.Breakdown;
import film.finalsay.budget.Budget;
import film.finalsay.budget.Detail;
import film.finalsay.budget.ExchangeRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads what is under the accounts: the lines of their detail, and the terms of all of them. They
 * stand in the file of the accounts, or come later in one of their own, with the columns {@code
 * account,detail,description,quantity,unit,rate,currency,total,fringes} or some of them.
 */
final class DetailLines {

  private static final int MAX_DETAILS = 20_000;
  private static final int MAX_FRINGES_ON_A_LINE = 10;
  private static final int MAX_UNIT = 20;
  private static final int DECIMALS = 6;
  private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{0,39}");

  private final Currency film;
  private final Amounts amounts;
  private final BudgetTerms terms;
  private final List<Read> details = new ArrayList<>();

  /** A line with where it was read; what it refers to may stand below it. */
  private record Read(BudgetLine line, Detail detail) {}

  DetailLines(Currency film, Amounts amounts, List<ExchangeRate> given) {
    this.film = film;
    this.amounts = amounts;
    this.terms = new BudgetTerms(film, amounts, given);
  }

  /**
   * Reads what is under the accounts of a version that is there already.
   *
   * @param rates that are fixed for the version; the file may name more
   * @throws BusinessRuleException (invalid) naming the line and what is wrong with it
   */
  static Breakdown read(byte[] sent, Budget budget, List<ExchangeRate> rates) {
    BudgetLines file = BudgetLines.read(sent);
    file.require(
        "\"account,detail,description,total\", and may have quantity, unit, rate, currency and fringes",
        Column.ACCOUNT,
        Column.DETAIL,
        Column.DESCRIPTION,
        Column.TOTAL);
    Amounts amounts = new Amounts(file.mayHaveDecimalCommas());
    DetailLines details = new DetailLines(budget.currency(), amounts, rates);
    for (BudgetLine line : file.lines()) {
      if (!details.take(line)) {
        requireAgrees(line, budget, amounts);
      }
    }
    if (file.lines().isEmpty()) {
      throw BudgetLine.at(file.headerLine(), "there is no line of detail under the header");
    }
    return details.of(budget.accounts());
  }

  /** An account over its detail adds nothing: it has to be there, and have the total it had. */
  private static void requireAgrees(BudgetLine line, Budget budget, Amounts amounts) {
    if (!line.has(Column.ACCOUNT)) {
      throw line.wrong(
          Column.DETAIL,
          "is missing; every line here is one of detail, the account over it, a fringe, or the rate"
              + " of a currency");
    }
    String number = line.cell(Column.ACCOUNT);
    Account account = budget.find(number).orElseThrow(() -> noSuchAccount(line, number));
    if (line.hasOnly(Column.ACCOUNT, Column.DESCRIPTION)) {
      return;
    }
    Money total = amounts.money(line, Column.TOTAL, budget.currency());
    if (!total.equals(account.budgeted())) {
      throw line.wrong(
          Column.TOTAL,
          "is %s, and account %s has %s; if this is a line of its detail, its \"detail\" is missing",
          total.inWords(),
          number,
          account.budgeted().inWords());
    }
  }

  private static BusinessRuleException noSuchAccount(BudgetLine line, String number) {
    return line.wrong(Column.ACCOUNT, "is %s, and the budget has no such account", number);
  }

  /**
   * @return false if the line is none of these
   */
  boolean take(BudgetLine line) {
    if (line.has(Column.DETAIL)) {
      details.add(new Read(line, detail(line)));
      if (details.size() > MAX_DETAILS) {
        throw line.wrong(
            "is one line more than the %d that the detail of a budget may have", MAX_DETAILS);
      }
      return true;
    }
    if (line.has(Column.ACCOUNT)) {
      return false;
    }
    return terms.take(line);
  }

  /**
   * What was read, held against the accounts.
   *
   * @throws BusinessRuleException (invalid) naming the line of what belongs to no account, is in a
   *     currency or bears a fringe without a rate, or does not add up to its account
   */
  Breakdown of(List<Account> accounts) {
    Map<String, List<Read>> byAccount = new LinkedHashMap<>();
    accounts.forEach(account -> byAccount.put(account.number(), new ArrayList<>()));
    for (Read read : details) {
      List<Read> lines = byAccount.get(read.detail().account());
      if (lines == null) {
        throw noSuchAccount(read.line(), read.detail().account());
      }
      terms.requireFor(read.line(), read.detail());
      lines.add(read);
    }
    Breakdown breakdown =
        new Breakdown(
            terms.rates(),
            terms.fringes(),
            byAccount.values().stream().flatMap(List::stream).map(Read::detail).toList());
    accounts.forEach(account -> requireSum(account, byAccount.get(account.number()), breakdown));
    return breakdown;
  }

  private void requireSum(Account account, List<Read> read, Breakdown breakdown) {
    if (read.isEmpty()) {
      return;
    }
    BudgetLine last = read.get(read.size() - 1).line();
    Money sum = sum(last, read.stream().map(Read::detail).toList(), breakdown);
    if (!sum.equals(account.budgeted())) {
      throw last.wrong(
          "the detail of account %s ends here and, with its fringes, is %s; the account has %s, a difference of %s",
          account.number(),
          sum.inWords(),
          account.budgeted().inWords(),
          account.budgeted().minus(sum).inWords());
    }
  }

  private Money sum(BudgetLine last, List<Detail> lines, Breakdown breakdown) {
    try {
      return breakdown.sum(lines, film);
    } catch (ArithmeticException tooMuch) {
      throw last.wrong("the detail of account %s is beyond any budget", last.cell(Column.ACCOUNT));
    }
  }

  private Detail detail(BudgetLine line) {
    String account = line.cell(Column.ACCOUNT);
    if (account.isEmpty()) {
      throw line.wrong(Column.ACCOUNT, "is missing; each line of detail belongs to an account");
    }
    String number = line.cell(Column.DETAIL);
    if (!NUMBER.matcher(number).matches()) {
      throw line.wrong(Column.DETAIL, "has to be 1 to 40 digits or letters, as in 3501");
    }
    if (line.has(Column.SECTION)) {
      throw line.wrong(Column.SECTION, "is the account's; leave it out in a line of detail");
    }
    Currency own = line.has(Column.CURRENCY) ? BudgetTerms.currency(line) : film;
    Detail detail =
        new Detail(
            account,
            number,
            BudgetCsv.description(line),
            line.has(Column.QUANTITY) ? amounts.quantity(line, Column.QUANTITY, DECIMALS) : null,
            unit(line),
            line.has(Column.RATE) ? amounts.rate(line, Column.RATE, own, DECIMALS) : null,
            amounts.money(line, Column.TOTAL, own),
            fringeNames(line));
    requireProduct(line, detail);
    return detail;
  }

  private static void requireProduct(BudgetLine line, Detail detail) {
    if (detail.quantity() == null || detail.rate() == null) {
      return;
    }
    BigDecimal product =
        detail
            .quantity()
            .multiply(detail.rate())
            .setScale(detail.amount().value().scale(), RoundingMode.HALF_UP);
    if (product.compareTo(detail.amount().value()) != 0) {
      throw line.wrong(
          Column.TOTAL,
          "is %s, and %s times %s is %s",
          detail.amount().plain(),
          detail.quantity().toPlainString(),
          detail.rate().toPlainString(),
          product.toPlainString());
    }
  }

  private static String unit(BudgetLine line) {
    String unit = line.cell(Column.UNIT);
    if (unit.length() > MAX_UNIT || (!unit.isEmpty() && !Character.isLetter(unit.charAt(0)))) {
      throw line.wrong(Column.UNIT, "has to be a word of at most %d characters", MAX_UNIT);
    }
    return unit.isEmpty() ? null : unit;
  }

  private static List<String> fringeNames(BudgetLine line) {
    if (!line.has(Column.FRINGES)) {
      return List.of();
    }
    List<String> names =
        Arrays.stream(line.cell(Column.FRINGES).split("\\+")).map(String::strip).toList();
    boolean plain = names.stream().allMatch(BudgetTerms::isFringe);
    if (!plain
        || names.size() > MAX_FRINGES_ON_A_LINE
        || names.stream().distinct().count() < names.size()) {
      throw line.wrong(
          Column.FRINGES,
          "has to be the names of at most %d fringes, each once, with a + between them",
          MAX_FRINGES_ON_A_LINE);
    }
    return names;
  }
}
