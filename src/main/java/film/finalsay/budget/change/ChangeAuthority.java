package film.finalsay.budget.change;

import film.finalsay.authority.Ruling;
import film.finalsay.engine.tables.DecisionTables;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The table by which the production office says who decides a budget change, version by version.
 */
@Component
public class ChangeAuthority {

  public static final String TABLE = "budget-change-authority";

  private final DecisionTables tables;

  ChangeAuthority(DecisionTables tables) {
    this.tables = tables;
  }

  /** The version that counts for a request filed now. */
  int version() {
    return tables.latestVersion(TABLE);
  }

  /**
   * @param version the one that the request started under
   */
  Ruling rule(BudgetChange change, AuthorityFacts facts, int version) {
    Map<String, Object> inputs = new HashMap<>(change.byName());
    inputs.putAll(facts.byName());
    return Ruling.ofTable(tables.ask(TABLE, version, inputs));
  }

  /** The figures that its rows name as limits, whatever they are limits of. */
  Set<BigDecimal> figures(int version) {
    return tables.figures(TABLE, version);
  }
}
