package film.finalsay.cost;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Role;
import film.finalsay.engine.tables.DecisionTables;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The table by which the production office says who explains a variance, version by version. */
@Component
public class VarianceTable {

  public static final String NAME = "cost-report-variance";

  private final DecisionTables tables;

  VarianceTable(DecisionTables tables) {
    this.tables = tables;
  }

  /**
   * Who explains a variance.
   *
   * @param because the table's reason, a sentence
   */
  record Explainer(Role role, String because) {}

  /** The version that counts today. */
  int version() {
    return tables.latestVersion(NAME);
  }

  /**
   * @return what that version says; empty if nobody has to explain it
   */
  Optional<Explainer> explainer(VarianceFacts facts, int version) {
    return explainer(tables.ask(NAME, version, facts.byName()));
  }

  /**
   * @throws BusinessRuleException (conflict) if a row of the table names a group that is no role on
   *     a team
   */
  public static void requireExplainer(Map<String, Object> row) {
    explainer(row);
  }

  private static Optional<Explainer> explainer(Map<String, Object> row) {
    String group = row == null ? null : (String) row.get("explainedBy");
    if (group == null || group.isBlank()) {
      return Optional.empty();
    }
    Role role =
        Role.ofId(group.strip())
            .orElseThrow(
                () ->
                    conflict(
                        "The variance table lets \"%s\" explain, which is no role on a film's team.",
                        group));
    String because = (String) row.get("because");
    return Optional.of(new Explainer(role, because == null ? "" : because));
  }
}
