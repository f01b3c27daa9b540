package film.finalsay.drawdown;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.TableWatch;
import film.finalsay.engine.tables.DecisionTables;
import film.finalsay.engine.tables.TableProbe;
import film.finalsay.film.FilmFinance.SourceKind;
import film.finalsay.film.TableVersions;
import film.finalsay.ledger.Happening;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The table by which the production office says on what terms a source is drawn: {@code
 * drawdown-terms.dmn}, the latest that is deployed.
 */
@Component
public class DrawdownTerms implements TableWatch {

  public static final String TABLE = "drawdown-terms";

  private static final String SOURCE_KIND = "sourceKind";
  private static final String REPORT_AGE = "reportAge";
  private static final int MOST_DAYS = 366;

  private final DecisionTables tables;
  private final TableVersions versions;

  DrawdownTerms(DecisionTables tables, TableVersions versions) {
    this.tables = tables;
    this.versions = versions;
  }

  /**
   * How old the cost report may be that a drawdown rests on, in days from its week's end.
   *
   * @return 1 to 366
   * @throws BusinessRuleException (conflict) if the table says nothing of use
   */
  int reportAge(SourceKind kind) {
    return reportAge(
        tables.ask(TABLE, tables.latestVersion(TABLE), Map.of(SOURCE_KIND, kind.name())));
  }

  private static int reportAge(Map<String, Object> row) {
    Object said = row == null ? null : row.get(REPORT_AGE);
    if (said instanceof Number days
        && days.intValue() >= 1
        && days.intValue() <= MOST_DAYS
        && days.toString().matches("\\d+")) {
      return days.intValue();
    }
    throw conflict(
        "The age of a cost report is \"%s\"; it has to be 1 to %d whole days.", said, MOST_DAYS);
  }

  /**
   * @throws BusinessRuleException (invalid) naming the table and what is wrong with it
   */
  @Override
  public void requireSound(String table, byte[] model) {
    if (table.equals(TABLE)) {
      List<Object> kinds =
          Stream.of(SourceKind.values())
              .filter(kind -> kind != SourceKind.DEFERRAL)
              .<Object>map(SourceKind::name)
              .toList();
      TableProbe probe = new TableProbe(table, model, Map.of(SOURCE_KIND, kinds), List.of());
      probe.requireNothingUnknown();
      probe.tryAll(
          (question, row) -> {
            try {
              reportAge(row);
            } catch (BusinessRuleException wrong) {
              throw probe.wrong(
                  "says nothing of use for %s: %s".formatted(question, wrong.getMessage()));
            }
          });
    }
  }

  @Override
  public void inForce(String table, int version, String sha256, String person) {
    if (table.equals(TABLE)) {
      versions.inForce(Happening.AUTHORITY_TABLE_CHANGED, table, version, sha256, person);
    }
  }
}
