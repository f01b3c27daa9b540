package film.finalsay.budget.process;

import film.finalsay.approval.TableWatch;
import film.finalsay.budget.AuthorityTableVersions;
import org.springframework.stereotype.Component;

@Component
class AuthorityTableWatch implements TableWatch {

  private final AuthorityTableVersions versions;

  AuthorityTableWatch(AuthorityTableVersions versions) {
    this.versions = versions;
  }

  @Override
  public void inForce(String table, int version, String sha256, String person) {
    if (table.equals(BudgetChangeProcess.AUTHORITY)) {
      versions.inForce(version, sha256, person);
    }
  }
}
