package film.finalsay.greenlight.process;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.engine.tables.TableProbe;
import film.finalsay.engine.tables.TableProbe.Figure;
import film.finalsay.film.FilmKind;
import film.finalsay.greenlight.PackageItem;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a package table says of every item, for every kind of film and every budget, if it is
 * asked for and why; and names nothing else.
 */
final class PackageTableCheck {

  private static final String KIND = "kind";
  private static final String ITEM = "item";

  /** The greenlight locks the one, and the stop on spending goes by the other. */
  private static final Set<PackageItem> ALWAYS =
      EnumSet.of(PackageItem.BUDGET, PackageItem.FINANCE_PLAN);

  private final byte[] model;

  PackageTableCheck(byte[] model) {
    this.model = model;
  }

  /**
   * @throws BusinessRuleException (invalid) naming the table and what is wrong with it
   */
  void require() {
    TableProbe probe = probe(List.of(PackageItem.values()));
    probe.requireNothingUnknown();
    probe.tryAll((question, row) -> requirement(probe, question, row));
    ALWAYS.forEach(this::requireAlways);
  }

  private void requireAlways(PackageItem item) {
    TableProbe probe = probe(List.of(item));
    probe.tryAll(
        (question, row) -> {
          if (!requirement(probe, question, row)) {
            throw probe.wrong("makes %s optional; no film is greenlit without it".formatted(item));
          }
        });
  }

  private TableProbe probe(List<PackageItem> items) {
    Map<String, List<Object>> choices = new LinkedHashMap<>();
    choices.put(KIND, List.copyOf(names(FilmKind.values())));
    choices.put(ITEM, List.copyOf(items.stream().map(Enum::name).toList()));
    return new TableProbe(
        GreenlightProcess.PACKAGE, model, choices, List.of(Figure.fromZero("budget")));
  }

  private static boolean requirement(
      TableProbe probe, Map<String, Object> question, Map<String, Object> row) {
    try {
      return GreenlightProcess.requirement(row).required();
    } catch (BusinessRuleException wrong) {
      throw probe.wrong("says nothing of use for %s: %s".formatted(question, wrong.getMessage()));
    }
  }

  private static List<String> names(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).toList();
  }
}
