package film.finalsay.greenlight;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Money;
import film.finalsay.approval.TableWatch;
import film.finalsay.engine.tables.DecisionTables;
import film.finalsay.engine.tables.TableProbe;
import film.finalsay.engine.tables.TableProbe.Figure;
import film.finalsay.film.FilmKind;
import film.finalsay.film.TableVersions;
import film.finalsay.ledger.Happening;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The table by which the production office says what a greenlight package must contain: {@code
 * greenlight-package.dmn}, the latest that is deployed. It says of every item, for every kind of
 * film and every budget, if it is asked for and why, and names nothing else.
 */
@Component
public class PackageTable implements TableWatch {

  public static final String ID = "greenlight-package";

  private static final String KIND = "kind";
  private static final String BUDGET = "budget";
  private static final String ITEM = "item";

  /** The greenlight locks the one, and the stop on spending goes by the other. */
  private static final List<PackageItem> ALWAYS =
      List.of(PackageItem.BUDGET, PackageItem.FINANCE_PLAN);

  private final DecisionTables tables;
  private final TableVersions versions;

  PackageTable(DecisionTables tables, TableVersions versions) {
    this.tables = tables;
    this.versions = versions;
  }

  /**
   * What the table says of an item.
   *
   * @param because why, in a sentence
   */
  public record Requirement(boolean required, String because) {}

  /**
   * @param budget the total; zero while none is named
   * @return what the table says of every item, as it counts now
   */
  Map<PackageItem, Requirement> of(FilmKind kind, Money budget) {
    int version = tables.latestVersion(ID);
    Map<PackageItem, Requirement> requirements = new EnumMap<>(PackageItem.class);
    for (PackageItem item : PackageItem.values()) {
      Map<String, Object> question =
          Map.of(KIND, kind.name(), BUDGET, budget.plain(), ITEM, item.name());
      requirements.put(item, requirement(tables.ask(ID, version, question)));
    }
    return requirements;
  }

  private static Requirement requirement(Map<String, Object> row) {
    Object said = row == null ? null : row.get("requirement");
    Object because = row == null ? null : row.get("because");
    if (!"required".equals(said) && !"optional".equals(said)) {
      throw conflict("The requirement is \"%s\"; it has to be \"required\" or \"optional\".", said);
    }
    if (!(because instanceof String reason) || reason.isBlank()) {
      throw conflict("The row gives no reason.");
    }
    return new Requirement("required".equals(said), reason.strip());
  }

  /**
   * @throws BusinessRuleException (invalid) naming the table and what is wrong with it
   */
  @Override
  public void requireSound(String table, byte[] model) {
    if (table.equals(ID)) {
      TableProbe probe = probe(model, PackageItem.values());
      probe.requireNothingUnknown();
      probe.tryAll((question, row) -> isRequired(probe, question, row));
      ALWAYS.forEach(item -> requireAlways(item, model));
    }
  }

  private static void requireAlways(PackageItem item, byte[] model) {
    TableProbe probe = probe(model, item);
    probe.tryAll(
        (question, row) -> {
          if (!isRequired(probe, question, row)) {
            throw probe.wrong("makes %s optional; no film is greenlit without it".formatted(item));
          }
        });
  }

  private static TableProbe probe(byte[] model, PackageItem... items) {
    Map<String, List<Object>> choices = new LinkedHashMap<>();
    choices.put(KIND, names(FilmKind.values()));
    choices.put(ITEM, names(items));
    return new TableProbe(ID, model, choices, List.of(Figure.fromZero(BUDGET)));
  }

  private static boolean isRequired(
      TableProbe probe, Map<String, Object> question, Map<String, Object> row) {
    try {
      return requirement(row).required();
    } catch (BusinessRuleException wrong) {
      throw probe.wrong("says nothing of use for %s: %s".formatted(question, wrong.getMessage()));
    }
  }

  private static List<Object> names(Enum<?>... values) {
    return Stream.of(values).<Object>map(Enum::name).toList();
  }

  @Override
  public void inForce(String table, int version, String sha256, String person) {
    if (table.equals(ID)) {
      versions.inForce(Happening.PACKAGE_TABLE_CHANGED, table, version, sha256, person);
    }
  }
}
