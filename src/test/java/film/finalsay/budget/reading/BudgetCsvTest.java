package film.finalsay.budget.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.budget.Account;
import film.finalsay.budget.Section;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Top sheets as budgeting software exports them: understood, or refused by their line. */
class BudgetCsvTest {

  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency KWD = Currency.getInstance("KWD");
  private static final Currency JPY = Currency.getInstance("JPY");
  private static final String HEADER = "account,description,section,total\n";
  private static final String SEMICOLONS = "account;description;section;total\n";

  /** Each says: 1100 WRITER, above the line, 262,500; 3500 TRUCKS, production, 1,000.50. */
  static Stream<Arguments> variants() {
    String strict = HEADER + "1100,WRITER,ATL,262500\n3500,TRUCKS,PRODUCTION,1000.50\n";
    return Stream.of(
        arguments("the strict form", strict),
        arguments("a byte order mark", "\uFEFF" + strict),
        arguments("Windows line ends", strict.replace("\n", "\r\n")),
        arguments("old Macintosh line ends", strict.replace("\n", "\r")),
        arguments("no line end at the end", strict.strip()),
        arguments("blank lines and blank rows", "\n" + strict.replace("\n", "\n,,,\n\n")),
        arguments("separators as wide as the widest line", strict.replace("\n", ",,\n")),
        arguments("tabs", strict.replace(',', '\t')),
        arguments("semicolons", strict.replace(',', ';')),
        arguments(
            "decimal commas",
            SEMICOLONS + "1100;WRITER;ATL;262.500,00\n3500;TRUCKS;PRODUCTION;1000,50\n"),
        arguments(
            "a comma in a quoted header of semicolons",
            "\"acct\";\"title\";\"section\";\"total\"\n1100;WRITER;ATL;\"262,500.00\"\n"
                + "3500;TRUCKS;PRODUCTION;1000.50\n"),
        arguments(
            "headers in capitals, in another order, under other names",
            "BUDGET, Section ,Acct. No.,Category Title\n262500,ATL,1100,WRITER\n"
                + "1000.50,PRODUCTION,3500,TRUCKS\n"),
        arguments(
            "the page of each account",
            "Acct#,Category Description,Page,Type,Total\n1100,WRITER,1,ATL,\"262,500\"\n"
                + "3500,TRUCKS,14,PRODUCTION,\"1,000.50\"\n"),
        arguments(
            "thousands marks and the currency",
            HEADER + "1100,WRITER,ATL,\"$262,500\"\n3500,TRUCKS,PRODUCTION,\"USD 1,000.50\"\n"),
        arguments(
            "thousands marks of other countries",
            SEMICOLONS + "1100;WRITER;ATL;262'500\n3500;TRUCKS;PRODUCTION;1\u00A0000,50 $\n"),
        arguments(
            "sections by their long names",
            HEADER + "1100,WRITER,Above the Line,262500\n3500,TRUCKS,Production,1000.5\n"),
        arguments(
            "headings and totals",
            "Account No.,Description,Total\nABOVE-THE-LINE\n1100,WRITER,\"262,500\"\n"
                + ",Total Above-The-Line,\"262,500\"\nPRODUCTION,,\n3500,TRUCKS,\"1,000.50\"\n"
                + ",TOTAL PRODUCTION,\"1,000.50\"\n,Total Below-The-Line,\"1,000.50\"\n"
                + ",Total Above and Below-The-Line,\"263,500.50\"\nGrand Total,,\"263,500.50\"\n"),
        arguments(
            "a heading over the headings",
            "acct,title,amount\nABOVE THE LINE\n1100,WRITER,262500\nBELOW-THE-LINE\nPRODUCTION\n"
                + "3500,TRUCKS,1000.50\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("variants")
  void isUnderstoodWith(String what, String csv) {
    assertThatItSaysTheSame(csv, StandardCharsets.UTF_8);
  }

  @Test
  void isUnderstoodInUtf16ThatSaysSo() {
    String strict = "\uFEFF" + HEADER + "1100,WRITER,ATL,262500\n3500,TRUCKS,PRODUCTION,1000.50\n";
    assertThatItSaysTheSame(strict, StandardCharsets.UTF_16LE);
    assertThatItSaysTheSame(strict, StandardCharsets.UTF_16BE);
  }

  private static void assertThatItSaysTheSame(String csv, Charset charset) {
    BudgetCsv.BudgetFile file = BudgetCsv.read(csv.getBytes(charset), USD, List.of());
    assertThat(file.accounts())
        .extracting(
            Account::number,
            Account::description,
            Account::section,
            account -> account.budgeted().plain())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("1100", "WRITER", Section.ATL, "262500.00"),
            org.assertj.core.groups.Tuple.tuple("3500", "TRUCKS", Section.PRODUCTION, "1000.50"));
    assertThat(file.breakdown().isEmpty()).isTrue();
  }

  @ParameterizedTest(name = "{0} in a file of {1} is {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "262500      | commas     | 262500.00",
        "262500.5    | commas     | 262500.50",
        "'1,000'     | commas     | 1000.00",
        "'1,234,567' | semicolons | 1234567.00",
        "1.234.567   | semicolons | 1234567.00",
        "1.234,56    | semicolons | 1234.56",
        "'1,234.56'  | semicolons | 1234.56",
        "0,50        | semicolons | 0.50",
        "12,5        | semicolons | 12.50",
        "262 500,00  | semicolons | 262500.00",
        "-           | commas     | 0.00",
        "$ -         | commas     | 0.00",
        "–           | semicolons | 0.00",
        "500 USD     | commas     | 500.00",
        "US$500      | commas     | 500.00",
        "000500      | commas     | 500.00",
      })
  void anAmountIsRead(String amount, String separator, String expected) {
    assertThat(read(amount, separator, USD)).isEqualTo(expected);
  }

  @Test
  void anAmountHasTheDecimalsOfItsCurrency() {
    assertThat(read("1.234", "commas", KWD)).isEqualTo("1.234");
    assertThat(read("1,234", "commas", JPY)).isEqualTo("1234");
    assertThatThrownBy(() -> read("1234.00", "commas", JPY)).hasMessageContaining("2 decimals");
    assertThatThrownBy(() -> read("1.234", "semicolons", KWD)).hasMessageContaining("could mean");
  }

  private static String read(String amount, String separator, Currency currency) {
    String csv =
        separator.equals("commas")
            ? HEADER + "1100,WRITER,ATL,\"%s\"\n".formatted(amount)
            : SEMICOLONS + "1100;WRITER;ATL;%s\n".formatted(amount);
    return BudgetCsv.read(csv.getBytes(StandardCharsets.UTF_8), currency, List.of())
        .accounts()
        .get(0)
        .budgeted()
        .plain();
  }

  @ParameterizedTest(name = "{0} in a file of {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "1.234       | semicolons | could mean 1.234 or 1234",
        "'1,234'     | semicolons | could mean 1234 or 1.234",
        "1.500       | commas     | 3 decimals",
        "262.500,00  | commas     | decimal mark is the point",
        "'26,25,00'  | commas     | has to be an amount in USD",
        "'1,00'      | commas     | has to be an amount in USD",
        "'1,234 567' | commas     | has to be an amount in USD",
        "1e5         | commas     | has to be an amount in USD",
        "NaN         | commas     | has to be an amount in USD",
        "Infinity    | commas     | has to be an amount in USD",
        "0x10        | commas     | has to be an amount in USD",
        "١٢٣         | commas     | has to be an amount in USD",
        ".5          | commas     | has to be an amount in USD",
        "5.          | commas     | has to be an amount in USD",
        "#REF!       | commas     | has to be an amount in USD",
        "''          | commas     | has to be an amount in USD",
        "USD         | commas     | has to be an amount in USD",
        "£500        | commas     | is marked £",
        "EUR 500     | commas     | is marked EUR",
        "-500        | commas     | is -500.00",
        "(500)       | commas     | is -500.00",
        "500-        | commas     | is -500.00",
        "($500.00)   | commas     | is -500.00",
        "-$500       | commas     | is -500.00",
        "$-500       | commas     | is -500.00",
        "−500        | commas     | is -500.00",
        "(-500)      | commas     | negative twice",
        "1000000000000 | commas   | beyond any budget",
      })
  void anAmountIsRefused(String amount, String separator, String reason) {
    assertThatThrownBy(() -> read(amount, separator, USD))
        .isInstanceOf(BusinessRuleException.class)
        .hasMessageStartingWith("File: line 2: \"total\"")
        .hasMessageContaining(reason);
  }

  static Stream<Arguments> wrong() {
    String first = HEADER + "1100,WRITER,ATL,50000\n";
    String headings = "account,description,total\nABOVE-THE-LINE\n1100,WRITER,50000\n";
    return Stream.of(
        arguments("nothing at all", "", "line 1", "empty"),
        arguments("nothing under the header", HEADER, "line 1", "no account"),
        arguments("no header", "1100,WRITER,ATL,50000\n", "line 1", "\"1100\" is no column"),
        arguments("lines above the header", "NOVA\n" + first, "line 1", "\"NOVA\" is no column"),
        arguments(
            "a column nobody knows", "account,description,section,total,vat\n", "line 1", "vat"),
        arguments("one column twice", "acct,account,title,total\n", "line 1", "two columns"),
        arguments("no column of totals", "account,description,section\n", "line 1", "\"total\""),
        arguments(
            "no sections", "account,description,total\n1100,WRITER,1\n", "line 1", "\"section\""),
        arguments(
            "an account above the headings",
            headings.replace("ABOVE-THE-LINE\n", "") + "PRODUCTION\n3500,TRUCKS,1\n",
            "line 2",
            "no heading over the line"),
        arguments(
            "no single section",
            headings + "BELOW-THE-LINE\n3500,TRUCKS,1\n",
            "line 5",
            "no heading over the line"),
        arguments("an unknown section", first + "1400,CAST,BTL,1\n", "line 3", "\"section\""),
        arguments(
            "two sections",
            "account,description,section,total\nPOST\n1,CAST,ATL,1\n",
            "line 3",
            "stands under POST"),
        arguments("an account twice", first + "\n1100,CAST,ATL,1\n", "line 4", "first in line 2"),
        arguments("a wrong account", first + "14 00,CAST,ATL,1\n", "line 3", "\"account\""),
        arguments("no account", first + ",CAST,ATL,1\n", "line 3", "\"account\""),
        arguments("no description", first + "1400,,ATL,1\n", "line 3", "\"description\""),
        arguments(
            "too long a description",
            first + "1400," + "A".repeat(201) + ",ATL,1\n",
            "line 3",
            "1 to 200"),
        arguments(
            "a cell as long as a book",
            first + "1400," + "A".repeat(501) + ",ATL,1\n",
            "line 3",
            "501 characters"),
        arguments("a formula", first + "1400,=1+1,ATL,1\n", "line 3", "formula"),
        arguments("another formula", first + "1400,@SUM(A1),ATL,1\n", "line 3", "formula"),
        arguments(
            "a line break in a cell", first + "1400,\"CA\nST\",ATL,1\n", "line 3", "line break"),
        arguments("an open quote", first + "1400,\"CAST,ATL,1\n", "line 3", "no well-formed CSV"),
        arguments(
            "text behind a quote",
            first + "1400,\"CAST\"S,ATL,1\n",
            "line 3",
            "no well-formed CSV"),
        arguments("a column missing", first + "1400,CAST,1\n", "line 3", "3 columns instead of 4"),
        arguments(
            "a column too many",
            first + "1400,CAST,ATL,1,000\n",
            "line 3",
            "5 columns instead of 4"),
        arguments(
            "a wrong total of a section",
            headings + ",Total Above-The-Line,50001\n",
            "line 4",
            "says USD 50,001.00, and the accounts above it add up to USD 50,000.00"),
        arguments(
            "a wrong grand total",
            first + ",Grand Total,,49999\n",
            "line 3",
            "says USD 49,999.00, and the accounts above it add up to USD 50,000.00"),
        arguments(
            "a total of nothing known",
            first + ",Total Fringes,,50000\n",
            "line 3",
            "total of nothing"),
        arguments("a total without a figure", first + ",TOTAL,,\n", "line 3", "\"total\""),
        arguments(
            "an account below the grand total",
            first + ",GRAND TOTAL,,50000\n9900,CONTINGENCY,OTHER,1\n",
            "line 4",
            "below the grand total of line 3"),
        arguments(
            "two contingencies",
            first + "9900,CONTINGENCY,OTHER,1\n9901,Contingency: 10%,OTHER,1\n",
            "line 4",
            "second account named CONTINGENCY"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void isRefusedWithLineAndReasonFor(String what, String csv, String line, String reason) {
    assertThatThrownBy(() -> BudgetCsv.read(csv.getBytes(StandardCharsets.UTF_8), USD, List.of()))
        .isInstanceOf(BusinessRuleException.class)
        .hasMessageStartingWith("File: " + line + ":")
        .hasMessageContaining(reason);
  }

  @Test
  void isRefusedInAnEncodingThatGivesNoSignOfItself() {
    byte[] windows = (HEADER + "1,A,ATL,1\n1100,É,ATL,1\n").getBytes(Charset.forName("cp1252"));
    assertThatThrownBy(() -> BudgetCsv.read(windows, USD, List.of()))
        .hasMessageStartingWith("File: line 3:")
        .hasMessageContaining("UTF-8");
    byte[] unmarked = HEADER.getBytes(StandardCharsets.UTF_16LE);
    assertThatThrownBy(() -> BudgetCsv.read(unmarked, USD, List.of()))
        .hasMessageStartingWith("File: line 1:");
  }

  @Test
  void hasAsManyAccountsAsABudgetMayHave() {
    StringBuilder csv = new StringBuilder(HEADER);
    for (int i = 1; i <= 5_000; i++) {
      csv.append(i).append(",CAST,ATL,1\n");
    }
    assertThat(
            BudgetCsv.read(csv.toString().getBytes(StandardCharsets.UTF_8), USD, List.of())
                .accounts())
        .hasSize(5_000);
    csv.append("X,CAST,ATL,1\n");
    assertThatThrownBy(
            () -> BudgetCsv.read(csv.toString().getBytes(StandardCharsets.UTF_8), USD, List.of()))
        .hasMessageStartingWith("File: line 5002:")
        .hasMessageContaining("5000");
  }

  @Test
  void itsLastGrandTotalIsItsControlTotal() {
    String csv = HEADER + "1,A,ATL,1\n,TOTAL,,1\n2,CONTINGENCY,OTHER,2\n,GRAND TOTAL,,3\n";
    BudgetCsv.BudgetFile file =
        BudgetCsv.read(csv.getBytes(StandardCharsets.UTF_8), USD, List.of());
    assertThat(file.grandTotal().plain()).isEqualTo("3.00");
    assertThat(file.accounts()).extracting(Account::number).containsExactly("1", "2");
  }

  @Test
  void itsContingencyIsNamedSo() {
    for (String name :
        new String[] {"CONTINGENCY", "Contingency", "Contingency : 10%", "CONTINGENCY (7.5 %)"}) {
      String csv = HEADER + "9900,%s,OTHER,1\n9910,CONTINGENCY PLANNING,OTHER,1\n".formatted(name);
      assertThat(BudgetCsv.read(csv.getBytes(StandardCharsets.UTF_8), USD, List.of()).accounts())
          .as(name)
          .extracting(Account::contingency)
          .containsExactly(true, false);
    }
  }
}
