package film.finalsay.cost.process;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.TableWatch;
import film.finalsay.cost.VarianceTable;
import film.finalsay.engine.tables.TableProbe;
import film.finalsay.engine.tables.TableProbe.Figure;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whether a variance table answers for every account with one row that names who explains. */
@Component
class VarianceTableWatch implements TableWatch {

  private static final List<Object> SECTIONS = List.of("ATL", "PRODUCTION", "POST", "OTHER");

  @Override
  public void requireSound(String table, byte[] model) {
    if (!table.equals(VarianceTable.NAME)) {
      return;
    }
    TableProbe probe =
        new TableProbe(
            table,
            model,
            Map.of("section", SECTIONS),
            List.of(Figure.ofAnySize("variance"), Figure.ofAnySize("variancePercent")));
    probe.tryAll(
        (account, row) -> {
          try {
            VarianceTable.requireExplainer(row);
          } catch (BusinessRuleException nobody) {
            throw probe.wrong(
                "names nobody who could explain %s: %s".formatted(account, nobody.getMessage()));
          }
        });
  }

  @Override
  public void inForce(String table, int version, String sha256, String person) {
    // who explains decides nothing
  }
}
