package film.finalsay.budget.process;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.PairsOfEyes;
import film.finalsay.approval.TableWatch;
import film.finalsay.budget.change.AuthorityTable;
import film.finalsay.budget.change.ChangeKind;
import film.finalsay.budget.change.Ruling;
import film.finalsay.engine.tables.TableProbe;
import film.finalsay.engine.tables.TableProbe.Figure;
import film.finalsay.film.Films;
import film.finalsay.film.TableVersions;
import film.finalsay.ledger.Happening;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Whether the tables answer every request there can be: the authority table with one row that names
 * people who may decide, the table of consents with terms.
 */
@Component
class AuthorityTableWatch implements TableWatch {

  private static final Set<String> TABLES = Set.of(AuthorityTable.NAME, ConsentTableCheck.TABLE);

  private final TableVersions versions;
  private final Films films;

  AuthorityTableWatch(TableVersions versions, Films films) {
    this.versions = versions;
    this.films = films;
  }

  @Override
  public void requireSound(String table, byte[] model) {
    if (table.equals(AuthorityTable.NAME)) {
      rulings(model).forEach(this::requireDecidersSomewhere);
    } else if (table.equals(ConsentTableCheck.TABLE)) {
      new ConsentTableCheck(model).require();
    }
  }

  /**
   * @return everything that an authority table says to anybody
   * @throws BusinessRuleException (invalid) if something is wrong with it
   */
  private static Set<Ruling> rulings(byte[] model) {
    Map<String, List<Object>> choices = new LinkedHashMap<>();
    choices.put("kind", Stream.of(ChangeKind.values()).<Object>map(Enum::name).toList());
    choices.put("sameSection", List.of(true, false));
    choices.put("aboveTheLine", List.of(true, false));
    TableProbe probe =
        new TableProbe(
            AuthorityTable.NAME,
            model,
            choices,
            List.of(
                Figure.fromZero("share"),
                Figure.fromZero("cumulative"),
                Figure.fromZero("amount"),
                Figure.ofAnySize("contingencyDrawn"),
                Figure.percent("shot")));
    Set<Ruling> rulings = new LinkedHashSet<>();
    probe.tryAll(
        (request, row) -> {
          try {
            rulings.add(Ruling.ofTable(row));
          } catch (BusinessRuleException nobody) {
            throw probe.wrong(
                "names nobody who could decide %s: %s".formatted(request, nobody.getMessage()));
          }
        });
    return rulings;
  }

  /**
   * @throws BusinessRuleException (invalid) if there are films, and on no team of any is there
   *     somebody for each answer
   */
  private void requireDecidersSomewhere(Ruling ruling) {
    List<String> ids = films.ids();
    boolean somewhere =
        ids.stream()
            .map(films::holdersOfRoles)
            .anyMatch(team -> PairsOfEyes.suffice(ruling.asked(), team, Set.of()));
    if (!ids.isEmpty() && !somewhere) {
      throw invalid(
          AuthorityTable.NAME,
          "the row \"%s\" asks for answers that nobody on the team of any film can give today.",
          ruling.because());
    }
  }

  @Override
  public void inForce(String table, int version, String sha256, String person) {
    if (TABLES.contains(table)) {
      versions.inForce(Happening.AUTHORITY_TABLE_CHANGED, table, version, sha256, person);
    }
  }
}
