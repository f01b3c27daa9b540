package film.finalsay.budget.reading;

import film.finalsay.approval.Money;
import film.finalsay.budget.Section;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The totals lines of a top sheet. Each is held against the accounts above it; none is an account.
 */
final class Totals {

  private final Currency currency;
  private final Map<Section, Money> sums = new EnumMap<>(Section.class);
  private Money grandTotal;
  private long grandTotalLine;
  private BudgetLine below;

  Totals(Currency currency) {
    this.currency = currency;
  }

  void add(BudgetLine line, Section section, Money amount) {
    sums.merge(section, amount, Money::plus);
    if (grandTotal != null && below == null) {
      below = line;
    }
  }

  /**
   * @throws film.finalsay.approval.BusinessRuleException (invalid) if the line adds up nothing that
   *     there is, or does not say what the accounts above it add up to
   */
  void check(BudgetLine line, String label, Money said) {
    Set<Section> sections =
        SectionNames.addedUp(label)
            .orElseThrow(
                () ->
                    line.wrong(
                        "\"%s\" is the total of nothing in a top sheet; totals are of %s, of what is"
                            + " below the line, or of all",
                        label, SectionNames.ALLOWED));
    Money sum =
        sections.stream()
            .map(section -> sums.getOrDefault(section, Money.zero(currency)))
            .reduce(Money.zero(currency), Money::plus);
    if (!sum.equals(said)) {
      throw line.wrong(
          "\"%s\" says %s, and the accounts above it add up to %s",
          label, said.inWords(), sum.inWords());
    }
    if (sections.size() == Section.values().length) {
      grandTotal = said;
      grandTotalLine = line.number();
      below = null;
    }
  }

  /**
   * @return null if no line adds up everything
   * @throws film.finalsay.approval.BusinessRuleException (invalid) if an account stands below the
   *     last grand total
   */
  Money grandTotal() {
    if (below != null) {
      throw below.wrong(
          "stands below the grand total of line %d, which has to add up all accounts",
          grandTotalLine);
    }
    return grandTotal;
  }
}
