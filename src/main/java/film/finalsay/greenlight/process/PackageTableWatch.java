package film.finalsay.greenlight.process;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.TableWatch;
import film.finalsay.film.TableVersions;
import film.finalsay.ledger.Happening;
import org.springframework.stereotype.Component;

@Component
class PackageTableWatch implements TableWatch {

  private final TableVersions versions;

  PackageTableWatch(TableVersions versions) {
    this.versions = versions;
  }

  /**
   * @throws BusinessRuleException (invalid) naming the table and what is wrong with it
   */
  @Override
  public void requireSound(String table, byte[] model) {
    if (table.equals(GreenlightProcess.PACKAGE)) {
      new PackageTableCheck(model).require();
    }
  }

  @Override
  public void inForce(String table, int version, String sha256, String person) {
    if (table.equals(GreenlightProcess.PACKAGE)) {
      versions.inForce(Happening.PACKAGE_TABLE_CHANGED, table, version, sha256, person);
    }
  }
}
