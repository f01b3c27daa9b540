package film.finalsay.drawdown;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.register.Content;
import java.time.LocalDate;

/**
 * What is asked of a source.
 *
 * @param payee by the name on the list
 * @param costReport the number of the report that it rests on
 */
record Draw(
    String source,
    String tranche,
    Money amount,
    LocalDate valueDate,
    String payee,
    int costReport) {

  static final String SOURCE = "source";
  static final String TRANCHE = "tranche";
  static final String AMOUNT = "amount";
  static final String VALUE_DATE = "valueDate";
  static final String PAYEE = "payee";
  static final String COST_REPORT = "costReport";

  static Draw sent(Inputs sent, Film film) {
    return new Draw(
        sent.text(SOURCE, CashFlows.MAX_SOURCE),
        sent.text(TRANCHE, CashFlows.MAX_TRANCHE),
        sent.money(AMOUNT, film.currency()),
        sent.optionalDate(VALUE_DATE)
            .orElseThrow(() -> invalid(VALUE_DATE, "is missing; a day as YYYY-MM-DD is needed.")),
        sent.text(PAYEE, 200),
        sent.optionalOrdinal(COST_REPORT)
            .orElseThrow(
                () -> invalid(COST_REPORT, "is missing; the number of a cost report is needed.")));
  }

  static Draw onFile(Content content, Film film) {
    return new Draw(
        content.text(SOURCE),
        content.text(TRANCHE),
        content.money(AMOUNT, film.currency()),
        LocalDate.parse(content.text(VALUE_DATE)),
        content.text(PAYEE),
        content.number(COST_REPORT));
  }

  Content content() {
    return Content.of(SOURCE, source)
        .with(TRANCHE, tranche)
        .with(AMOUNT, amount.plain())
        .with(VALUE_DATE, valueDate)
        .with(PAYEE, payee)
        .with(COST_REPORT, costReport);
  }

  String inWords() {
    return Tranche.inWords(source, tranche);
  }
}
