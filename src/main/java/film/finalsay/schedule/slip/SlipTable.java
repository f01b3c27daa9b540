package film.finalsay.schedule.slip;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Role;
import film.finalsay.approval.TableWatch;
import film.finalsay.engine.tables.DecisionTables;
import film.finalsay.engine.tables.TableProbe;
import film.finalsay.engine.tables.TableProbe.Figure;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The table by which the production office says who explains a slip, and who is told of it. */
@Component
class SlipTable implements TableWatch {

  static final String NAME = "schedule-slip";

  private static final Set<Role> EXPLAINING =
      EnumSet.of(Role.PRODUCER, Role.CO_EXECUTIVE_PRODUCER, Role.EXECUTIVE_PRODUCER);

  private final DecisionTables tables;

  SlipTable(DecisionTables tables) {
    this.tables = tables;
  }

  /**
   * @param explainedBy who is asked
   * @param told who is told besides; null for nobody
   * @param because the table's reason, a sentence
   */
  record Answer(Role explainedBy, Role told, String because) {}

  /** Empty if nobody has to explain it. */
  Optional<Answer> ask(SlipFacts facts) {
    return answer(tables.ask(NAME, tables.latestVersion(NAME), facts.byName()));
  }

  private static Optional<Answer> answer(Map<String, Object> row) {
    String explainedBy = text(row, "explainedBy");
    String told = text(row, "told");
    if (explainedBy.isEmpty()) {
      if (!told.isEmpty()) {
        throw conflict("The slip table tells \"%s\" of what nobody explains.", told);
      }
      return Optional.empty();
    }
    return Optional.of(
        new Answer(
            role(explainedBy, EXPLAINING),
            told.isEmpty() ? null : role(told, EnumSet.allOf(Role.class)),
            text(row, "because")));
  }

  private static String text(Map<String, Object> row, String name) {
    return row == null || row.get(name) == null ? "" : row.get(name).toString().strip();
  }

  private static Role role(String group, Set<Role> allowed) {
    return Role.ofId(group)
        .filter(allowed::contains)
        .orElseThrow(
            () -> conflict("The slip table names \"%s\", who is not asked about it.", group));
  }

  @Override
  public void requireSound(String table, byte[] model) {
    if (table.equals(NAME)) {
      TableProbe probe =
          new TableProbe(
              table,
              model,
              Map.of("weekEnds", List.of(true, false)),
              List.of(Figure.fromZero("daysBehind"), Figure.percent("percentBehind")));
      probe.tryAll(
          (slip, row) -> {
            try {
              answer(row);
            } catch (BusinessRuleException wrong) {
              throw probe.wrong(
                  "says nothing of use of %s: %s".formatted(slip, wrong.getMessage()));
            }
          });
    }
  }

  @Override
  public void inForce(String table, int version, String sha256, String person) {
    // who explains decides nothing
  }
}
