package film.finalsay.budget.process;

import film.finalsay.approval.TableWatch;
import film.finalsay.authority.AuthorityTable;
import film.finalsay.authority.AuthorityTables;
import film.finalsay.budget.change.ChangeAuthority;
import film.finalsay.budget.change.ChangeKind;
import film.finalsay.engine.tables.TableProbe.Figure;
import film.finalsay.film.TableVersions;
import film.finalsay.ledger.Happening;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Whether the tables answer every request there can be: the authority table with one row that names
 * people who may decide, the table of consents with terms.
 */
@Component
class AuthorityTableWatch implements TableWatch {

  private static final AuthorityTable TABLE =
      new AuthorityTable(
          ChangeAuthority.TABLE,
          Map.of(
              "kind", Stream.of(ChangeKind.values()).<Object>map(Enum::name).toList(),
              "sameSection", List.of(true, false),
              "aboveTheLine", List.of(true, false)),
          List.of(
              Figure.fromZero("share"),
              Figure.fromZero("cumulative"),
              Figure.fromZero("amount"),
              Figure.ofAnySize("contingencyDrawn"),
              Figure.percent("shot")));

  private final TableVersions versions;
  private final AuthorityTables tables;

  AuthorityTableWatch(TableVersions versions, AuthorityTables tables) {
    this.versions = versions;
    this.tables = tables;
  }

  @Override
  public void requireSound(String table, byte[] model) {
    if (table.equals(TABLE.id())) {
      tables.requireSound(TABLE, model, ConsentTableCheck.PARTIES, (question, ruling) -> {});
    } else if (table.equals(ConsentTableCheck.TABLE)) {
      new ConsentTableCheck(model).require();
    }
  }

  @Override
  public void inForce(String table, int version, String sha256, String person) {
    if (table.equals(TABLE.id()) || table.equals(ConsentTableCheck.TABLE)) {
      versions.inForce(Happening.AUTHORITY_TABLE_CHANGED, table, version, sha256, person);
    }
  }
}
