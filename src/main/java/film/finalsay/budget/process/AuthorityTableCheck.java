package film.finalsay.budget.process;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.budget.ChangeKind;
import film.finalsay.budget.Ruling;
import film.finalsay.engine.tables.TableProbe;
import film.finalsay.engine.tables.TableProbe.Figure;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether an authority table answers every request there can be with one row that names people who
 * may decide.
 */
final class AuthorityTableCheck {

  private final TableProbe probe;
  private final Set<Ruling> rulings = new LinkedHashSet<>();

  /**
   * @throws BusinessRuleException (invalid) if something is wrong with it
   */
  AuthorityTableCheck(byte[] model) {
    Map<String, List<Object>> choices = new LinkedHashMap<>();
    choices.put("kind", List.copyOf(Arrays.stream(ChangeKind.values()).map(Enum::name).toList()));
    choices.put("sameSection", List.of(true, false));
    choices.put("aboveTheLine", List.of(true, false));
    this.probe =
        new TableProbe(
            BudgetChangeProcess.AUTHORITY,
            model,
            choices,
            List.of(
                Figure.fromZero("share"),
                Figure.fromZero("cumulative"),
                Figure.fromZero("amount"),
                Figure.ofAnySize("contingencyDrawn"),
                Figure.percent("shot")));
    probe.tryAll((request, row) -> rulings.add(ruling(request, row)));
  }

  /** Everything that the table says to anybody. */
  Set<Ruling> rulings() {
    return rulings;
  }

  private Ruling ruling(Map<String, Object> request, Map<String, Object> row) {
    Ruling ruling;
    try {
      ruling = BudgetChangeProcess.ruling(row);
    } catch (BusinessRuleException nobody) {
      throw probe.wrong(
          "names nobody who could decide %s: %s".formatted(request, nobody.getMessage()));
    }
    return ruling;
  }
}
