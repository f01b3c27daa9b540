package film.finalsay.authority;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.PairsOfEyes;
import film.finalsay.approval.Role;
import film.finalsay.engine.tables.DecisionTables;
import film.finalsay.engine.tables.TableProbe;
import film.finalsay.film.Films;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/** Asks authority tables, and looks whether they answer every request there can be. */
@Component
public class AuthorityTables {

  private final DecisionTables tables;
  private final Films films;

  AuthorityTables(DecisionTables tables, Films films) {
    this.tables = tables;
    this.films = films;
  }

  /** The version that counts for a request filed now. */
  public int latestVersion(AuthorityTable table) {
    return tables.latestVersion(table.id());
  }

  /**
   * @param asked a value for each input of the table
   * @throws BusinessRuleException (conflict) if no row fits, or it names nobody who may decide
   */
  public Ruling rule(AuthorityTable table, int version, Map<String, Object> asked) {
    return Ruling.ofTable(tables.ask(table.id(), version, asked));
  }

  /**
   * @param model the file that is about to count
   * @param consenting who may be asked for consent
   * @param invariants what no row may go against: refuses a question with its answer
   * @throws BusinessRuleException (invalid) naming the table and what is wrong with it: a question
   *     that no row answers, or several do; a row that names nobody who may decide, or goes against
   *     an invariant; or, if there are films, one that no team of any could give the answers to
   */
  public void requireSound(
      AuthorityTable table,
      byte[] model,
      Set<Role> consenting,
      BiConsumer<Map<String, Object>, Ruling> invariants) {
    TableProbe probe =
        new TableProbe(table.id(), model, new TreeMap<>(table.choices()), table.figures());
    Set<Ruling> rulings = new LinkedHashSet<>();
    probe.tryEach(
        (question, row) -> {
          try {
            Ruling ruling = Ruling.ofTable(row, consenting);
            invariants.accept(question, ruling);
            rulings.add(ruling);
          } catch (BusinessRuleException wrong) {
            throw probe.wrong(
                "names nobody who could decide %s: %s".formatted(question, wrong.getMessage()));
          }
        });
    rulings.forEach(ruling -> requireDecidersSomewhere(table, ruling));
  }

  private void requireDecidersSomewhere(AuthorityTable table, Ruling ruling) {
    List<String> ids = films.ids();
    boolean somewhere =
        ids.stream()
            .map(films::holdersOfRoles)
            .anyMatch(team -> PairsOfEyes.suffice(ruling.asked(), team, Set.of()));
    if (!ids.isEmpty() && !somewhere) {
      throw invalid(
          table.id(),
          "the row \"%s\" asks for answers that nobody on the team of any film can give today.",
          ruling.because());
    }
  }
}
