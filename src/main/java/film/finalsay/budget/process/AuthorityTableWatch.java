package film.finalsay.budget.process;

import film.finalsay.approval.TableWatch;
import film.finalsay.budget.DecidingTeams;
import film.finalsay.film.TableVersions;
import film.finalsay.ledger.Happening;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class AuthorityTableWatch implements TableWatch {

  private static final Set<String> TABLES =
      Set.of(BudgetChangeProcess.AUTHORITY, BudgetChangeProcess.CONSENT);

  private final TableVersions versions;
  private final DecidingTeams teams;

  AuthorityTableWatch(TableVersions versions, DecidingTeams teams) {
    this.versions = versions;
    this.teams = teams;
  }

  @Override
  public void requireSound(String table, byte[] model) {
    if (table.equals(BudgetChangeProcess.AUTHORITY)) {
      new AuthorityTableCheck(model).rulings().forEach(teams::requireSomewhere);
    } else if (table.equals(BudgetChangeProcess.CONSENT)) {
      new ConsentTableCheck(model).require();
    }
  }

  @Override
  public void inForce(String table, int version, String sha256, String person) {
    if (TABLES.contains(table)) {
      versions.inForce(Happening.AUTHORITY_TABLE_CHANGED, table, version, sha256, person);
    }
  }
}
