package film.finalsay.greenlight.process;

import film.finalsay.approval.Money;
import film.finalsay.engine.tables.DecisionTables;
import film.finalsay.film.FilmKind;
import film.finalsay.greenlight.PackageItem;
import film.finalsay.greenlight.PackageTable;
import film.finalsay.greenlight.Requirement;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The latest {@code greenlight-package.dmn} that is deployed. */
@Component
class DmnPackageTable implements PackageTable {

  private final DecisionTables tables;

  DmnPackageTable(DecisionTables tables) {
    this.tables = tables;
  }

  @Override
  public Map<PackageItem, Requirement> of(FilmKind kind, Money budget) {
    int version = tables.latestVersion(GreenlightProcess.PACKAGE);
    Map<PackageItem, Requirement> requirements = new EnumMap<>(PackageItem.class);
    for (PackageItem item : PackageItem.values()) {
      requirements.put(
          item,
          GreenlightProcess.requirement(
              tables.ask(
                  GreenlightProcess.PACKAGE,
                  version,
                  Map.of("kind", kind.name(), "budget", budget.plain(), "item", item.name()))));
    }
    return requirements;
  }
}
