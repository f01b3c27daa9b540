package film.finalsay.budget.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Money;
import film.finalsay.budget.Account;
import film.finalsay.budget.Breakdown;
import film.finalsay.budget.Budget;
import film.finalsay.budget.BudgetState;
import film.finalsay.budget.Detail;
import film.finalsay.budget.ExchangeRate;
import film.finalsay.budget.Fringe;
import film.finalsay.budget.Section;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is under the accounts: read, converted, with its fringes, and added up to the cent. */
class DetailLinesTest {

  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency GBP = Currency.getInstance("GBP");
  private static final String HEADER =
      "account,detail,description,quantity,unit,rate,currency,total,fringes\n";
  private static final ExchangeRate POUND = new ExchangeRate(GBP, new BigDecimal("1.2750"));

  /** 1100 at 1,076.50, 3500 at 1,275. */
  private static final Budget BUDGET =
      new Budget(
          "NOVA",
          1,
          BudgetState.DRAFT,
          false,
          USD,
          null,
          List.of(account("1100", 107_650), account("3500", 127_500)));

  @Test
  void aLineBearsItsFringesAndIsConverted() {
    Breakdown breakdown =
        read(
            HEADER
                + ",,,,,7.65%,,,FICA\n"
                + "1100,1101,Screenplay,10,weeks,100,,1000,FICA\n"
                + "3500,3501,Trucks from Leeds,,,,GBP,1000,\n");

    assertThat(breakdown.details()).hasSize(2);
    List<Detail> writer = breakdown.byAccount().get("1100");
    assertThat(breakdown.fringesOn(writer, USD)).isEqualTo(Map.of("FICA", money(7_650)));
    assertThat(breakdown.sum(writer, USD)).isEqualTo(money(107_650));
    Detail trucks = breakdown.byAccount().get("3500").get(0);
    assertThat(trucks.amount()).isEqualTo(new Money(100_000, GBP));
    assertThat(breakdown.amount(trucks, USD)).isEqualTo(money(127_500));
  }

  @Test
  void anAccountOverItsDetailAddsNothing() {
    Breakdown breakdown =
        read(
            HEADER
                + "1100,,WRITER,,,,,1076.50,\n1100,1101,Screenplay,,,,,1076.50,\n"
                + "3500,,TRUCKS,,,,,,\n3500,3501,Trucks,,,,,1275,\n");
    assertThat(breakdown.details()).extracting(Detail::number).containsExactly("1101", "3501");
  }

  @Test
  void aCreditIsALineBelowZero() {
    Breakdown breakdown =
        read(
            "account,detail,description,total\n1100,1101,Screenplay,1100\n"
                + "1100,1199,Refund,(23.50)\n");
    assertThat(breakdown.sum(breakdown.details(), USD)).isEqualTo(money(107_650));
  }

  @ParameterizedTest(name = "{1} % of {0}, cut off at {2}, is {3}")
  @CsvSource({
    "100000, 7.65, , 7650",
    "100000, 7.65, 50000, 3825",
    "100000, 7.65, 100000, 7650",
    "-100000, 7.65, 50000, -7650",
    "10, 5, , 1",
    "9, 5, , 0",
    "-10, 5, , -1",
    "1, 0, , 0",
    "99999999999999, 100, , 99999999999999"
  })
  void aFringeIsRoundedToTheNearestCent(long minor, BigDecimal percent, Long cutoff, long sum) {
    Fringe fringe = new Fringe("F", percent, cutoff == null ? null : money(cutoff));
    assertThat(fringe.on(money(minor))).isEqualTo(money(sum));
  }

  @ParameterizedTest(name = "{0} pence at {1} are {2} cents")
  @CsvSource({"100, 1.2750, 128", "-100, 1.2750, -128", "100, 1.2749, 127", "1, 0.4999, 0"})
  void anAmountIsConvertedToTheNearestCent(long pence, BigDecimal rate, long cents) {
    assertThat(new ExchangeRate(GBP, rate).convert(new Money(pence, GBP), USD))
        .isEqualTo(money(cents));
  }

  static Stream<Arguments> wrong() {
    String fringe = HEADER + ",,,,,7.65%,,,FICA\n";
    return Stream.of(
        arguments("no detail column", "account,description,total\n1100,A,1\n", 1, "\"detail\""),
        arguments("nothing under the header", HEADER, 1, "no line of detail"),
        arguments(
            "an account with another total", HEADER + "1100,,A,,,,,1076.51,\n", 2, "\"detail\""),
        arguments("an account there is not", HEADER + "1200,,A,,,,,,\n", 2, "no such account"),
        arguments("a line of no account", HEADER + ",,Total,,,,,1076.50,\n", 2, "\"detail\""),
        arguments("an unknown account", HEADER + "1200,1201,A,,,,,1,\n", 2, "no such account"),
        arguments(
            "a wrong sum",
            HEADER + "1100,1101,A,,,,,1000,\n1100,1102,B,,,,,76,\n",
            3,
            "is USD 1,076.00; the account has USD 1,076.50, a difference of USD 0.50"),
        arguments("a wrong product", HEADER + "1100,1101,A,10,weeks,100,,1076.50,\n", 2, "is 1000"),
        arguments("a currency without a rate", HEADER + "1100,1101,A,,,,EUR,1,\n", 2, "no rate"),
        arguments("no currency", HEADER + "1100,1101,A,,,,DOLLAR,1,\n", 2, "\"currency\""),
        arguments("another rate", HEADER + ",,,,,1.3,GBP,,\n", 2, "fixed at 1.275"),
        arguments("a rate of nothing", HEADER + ",,,,,0,EUR,,\n", 2, "\"rate\""),
        arguments("the film's own currency", HEADER + ",,,,,1,USD,,\n", 2, "another currency"),
        arguments("an unknown fringe", HEADER + "1100,1101,A,,,,,1,SUI\n", 2, "no such fringe"),
        arguments("a fringe twice", fringe + ",,,,,1%,,,FICA\n", 3, "twice"),
        arguments("a fringe twice on a line", fringe + "1100,1,A,,,,,1,FICA+FICA\n", 3, "once"),
        arguments("more than all", HEADER + ",,,,,100.1%,,,FICA\n", 2, "0 % to 100 %"),
        arguments("a cutoff of nothing", HEADER + ",,,,,1%,,0,FICA\n", 2, "cutoff"),
        arguments("a fringe with a quantity", HEADER + ",,,2,,1%,,,FICA\n", 2, "has only"),
        arguments("a formula", HEADER + "1100,1101,+A,,,,,1,\n", 2, "formula"),
        arguments("a unit that is none", HEADER + "1100,1101,A,1,-1,1,,1,\n", 2, "\"unit\""),
        arguments("a rate in another currency", HEADER + "1100,1,A,1,,£1,,1,\n", 2, "marked £"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void isRefusedWithLineAndReasonFor(String what, String csv, int line, String reason) {
    assertThatThrownBy(() -> read(csv))
        .isInstanceOf(BusinessRuleException.class)
        .hasMessageStartingWith("File: line %d:".formatted(line))
        .hasMessageContaining(reason);
  }

  @Test
  void hasAsManyLinesAsABudgetMayHave() {
    StringBuilder csv = new StringBuilder("account,detail,description,total\n");
    csv.append("1100,1,A,1076.50\n");
    csv.append("1100,1,A,0\n".repeat(19_999));
    assertThat(read(csv.toString()).details()).hasSize(20_000);
    csv.append("1100,1,A,0\n");
    assertThatThrownBy(() -> read(csv.toString()))
        .hasMessageStartingWith("File: line 20002:")
        .hasMessageContaining("20000");
  }

  @Test
  void aSumBeyondAllNumbersIsRefused() {
    String line = "1100,1,A,,,,,999999999999,F\n";
    String csv = HEADER + ",,,,,100%,,,F\n" + line.repeat(19_999);
    assertThatThrownBy(() -> read(csv)).isInstanceOf(BusinessRuleException.class);
    String converted = HEADER + "1100,1,A,,,,GBP,999999999999,\n";
    assertThatThrownBy(() -> read(converted)).hasMessageContaining("beyond any budget");
  }

  private static Breakdown read(String csv) {
    return DetailLines.read(csv.getBytes(StandardCharsets.UTF_8), BUDGET, List.of(POUND));
  }

  private static Account account(String number, long minor) {
    Money zero = money(0);
    return new Account(number, "A", Section.ATL, false, money(minor), zero, zero);
  }

  private static Money money(long minor) {
    return new Money(minor, USD);
  }
}
