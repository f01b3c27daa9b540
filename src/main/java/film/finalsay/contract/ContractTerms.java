package film.finalsay.contract;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.approval.Rows;
import film.finalsay.film.Film;
import film.finalsay.register.Content;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a contract says, as somebody asks for it. Lists come as a text with a line for each entry:
 * {@code 3600 12000.00} is an amount on an account, {@code 6000.00 2027-03-01} a payment on a day,
 * {@code 6000.00 On delivery} one at a milestone.
 *
 * @param amount zero if it moves no money of the film
 * @param amounts in the order in which they were sent; their sum is the amount
 * @param termEnd null if it has no end
 * @param payments in the order in which they were sent; their sum is the amount
 * @param document SHA-256
 * @param quotes the SHA-256 of each
 * @param basedOn the number of the contract that it amends; null for a first one
 */
record ContractTerms(
    Counterparty counterparty,
    ContractType type,
    String purpose,
    Money amount,
    List<AccountAmount> amounts,
    LocalDate termStart,
    LocalDate termEnd,
    List<Payment> payments,
    Set<ContractFlag> flags,
    String document,
    List<String> quotes,
    Integer basedOn) {

  static final String COUNTERPARTY = "counterparty";
  static final String TYPE = "type";
  static final String AMOUNT = "amount";
  static final String ACCOUNTS = "accounts";
  static final String PAYMENTS = "payments";
  static final String DOCUMENT = "document";
  static final String QUOTES = "quotes";
  static final String BASED_ON = "basedOn";
  private static final String COUNTRY = "country";
  private static final String PURPOSE = "purpose";
  private static final String TERM_START = "termStart";
  private static final String TERM_END = "termEnd";

  /** All that one asks with, by name. */
  static final List<String> FIELDS =
      Stream.concat(
              Stream.of(
                  COUNTERPARTY,
                  COUNTRY,
                  TYPE,
                  PURPOSE,
                  AMOUNT,
                  ACCOUNTS,
                  TERM_START,
                  TERM_END,
                  PAYMENTS,
                  DOCUMENT,
                  QUOTES,
                  BASED_ON),
              Arrays.stream(ContractFlag.values()).map(ContractFlag::field))
          .toList();

  private static final int MOST_LINES = 60;
  private static final int MOST_TEXT = 8_000;
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /**
   * @throws BusinessRuleException (invalid) naming the field that is missing, wrong, or does not
   *     agree with another
   */
  static ContractTerms read(Inputs sent, Film film) {
    ContractType type = sent.oneOf(TYPE, ContractType.class);
    Integer basedOn = sent.optionalOrdinal(BASED_ON).orElse(null);
    ContractTerms terms =
        new ContractTerms(
            counterparty(sent),
            type,
            sent.text(PURPOSE, 200),
            sent.optionalMoney(AMOUNT, film.currency()).orElseGet(film::zero),
            lines(sent, ACCOUNTS, (account, amount) -> charged(account, amount, film)),
            day(sent, TERM_START),
            sent.optionalDate(TERM_END).isPresent() ? day(sent, TERM_END) : null,
            lines(sent, PAYMENTS, (amount, when) -> payment(amount, when, film)),
            flags(sent),
            sent.text(DOCUMENT, 64),
            sent.optionalLines(QUOTES, MOST_TEXT).stream().flatMap(String::lines).toList(),
            basedOn);
    terms.requireAgree();
    return terms;
  }

  private void requireAgree() {
    if (amount.minor() == 0 && !type.bringsMoney() && basedOn == null) {
      throw invalid(
          AMOUNT,
          "is missing; only an amendment, or a contract of the type DISTRIBUTION or FINANCE, may move"
              + " no money of the film.");
    }
    List<String> named = amounts.stream().map(AccountAmount::account).toList();
    for (int i = 0; i < named.size(); i++) {
      if (named.indexOf(named.get(i)) < i) {
        throw invalid("%s[%d].account".formatted(ACCOUNTS, i), "%s is there twice.", named.get(i));
      }
    }
    requireSum(ACCOUNTS, amounts.stream().map(AccountAmount::amount));
    requireSum(PAYMENTS, payments.stream().map(Payment::amount));
    if (termEnd != null && termEnd.isBefore(termStart)) {
      throw invalid(TERM_END, "is before the term begins, on %s.", termStart);
    }
  }

  private void requireSum(String field, Stream<Money> parts) {
    Money sum = parts.reduce(Money.zero(amount.currency()), Money::plus);
    if (!sum.equals(amount)) {
      throw invalid(
          field,
          "add up to %s, and not to the amount of the contract, %s.",
          sum.inWords(),
          amount.inWords());
    }
  }

  Map<String, Money> byAccount() {
    return amounts.stream()
        .collect(
            Collectors.toMap(
                AccountAmount::account, AccountAmount::amount, Money::plus, TreeMap::new));
  }

  /** Written so that it is read again as it is, and by people. */
  Content content() {
    Content content =
        Content.of(COUNTERPARTY, counterparty.name())
            .with(COUNTRY, counterparty.country())
            .with(TYPE, type.name())
            .with(PURPOSE, purpose)
            .with(AMOUNT, amount.minor() == 0 ? null : amount.plain())
            .with(ACCOUNTS, lines(amounts.stream().map(one -> one.account() + " " + plain(one))))
            .with(TERM_START, termStart)
            .with(TERM_END, termEnd)
            .with(
                PAYMENTS,
                lines(payments.stream().map(one -> one.amount().plain() + " " + one.when())))
            .with(DOCUMENT, document)
            .with(QUOTES, lines(quotes.stream()))
            .with(BASED_ON, basedOn);
    for (ContractFlag flag : flags) {
      content = content.with(flag.field(), true);
    }
    return content;
  }

  private static String plain(AccountAmount one) {
    return one.amount().plain();
  }

  /**
   * @return null if there are none
   */
  private static String lines(Stream<String> all) {
    String text = all.collect(Collectors.joining("\n"));
    return text.isEmpty() ? null : text;
  }

  private static Counterparty counterparty(Inputs sent) {
    String name = sent.text(COUNTERPARTY, 200);
    if (Counterparty.key(name).isEmpty()) {
      throw invalid(COUNTERPARTY, "has neither a letter nor a digit; the legal name is needed.");
    }
    String country = sent.text(COUNTRY, 40);
    if (!COUNTRIES.contains(country)) {
      throw invalid(COUNTRY, "has to be a country's two letters by ISO 3166, as in DE or US.");
    }
    return new Counterparty(name, country);
  }

  private static AccountAmount charged(String account, String amount, Film film) {
    Inputs row = Inputs.of(Map.of("account", account, AMOUNT, amount));
    return new AccountAmount(row.text("account", 12), row.money(AMOUNT, film.currency()));
  }

  private static Payment payment(String amount, String when, Film film) {
    Inputs row = Inputs.of(Map.of(AMOUNT, amount, "due", when));
    Money due = row.money(AMOUNT, film.currency());
    return when.matches("\\d.*")
        ? new Payment(due, day(row, "due"), null)
        : new Payment(due, null, row.text("due", 200));
  }

  private static LocalDate day(Inputs sent, String field) {
    LocalDate day =
        sent.optionalDate(field)
            .orElseThrow(() -> invalid(field, "is missing; a day as YYYY-MM-DD is needed."));
    if (day.getYear() < 1900 || day.getYear() > 2199) {
      throw invalid(field, "has to be a day from 1900-01-01 to 2199-12-31.");
    }
    return day;
  }

  private static Set<ContractFlag> flags(Inputs sent) {
    return Arrays.stream(ContractFlag.values())
        .filter(flag -> sent.any(flag.field()) != null && sent.yesOrNo(flag.field()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * @param line reads one that has two parts, with blanks between; a refused part is named with the
   *     line's place, from 0
   */
  private static <T> List<T> lines(Inputs sent, String field, BiFunction<String, String, T> line) {
    List<String> lines =
        sent.optionalLines(field, MOST_TEXT).stream()
            .flatMap(String::lines)
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .toList();
    if (lines.size() > MOST_LINES) {
      throw invalid(field, "has %d lines; at most %d fit.", lines.size(), MOST_LINES);
    }
    return IntStream.range(0, lines.size())
        .mapToObj(
            place ->
                Rows.at(
                    "%s[%d].".formatted(field, place),
                    () -> {
                      String[] parts = lines.get(place).split("\\s+", 2);
                      return line.apply(parts[0], parts.length == 2 ? parts[1] : "");
                    }))
        .toList();
  }
}
