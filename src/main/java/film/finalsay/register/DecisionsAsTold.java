package film.finalsay.register;

import film.finalsay.approval.Role;
import film.finalsay.ledger.AsTold;
import film.finalsay.ledger.Entry;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who decided what, in which role, at which step. */
public final class DecisionsAsTold implements AsTold {

  @Override
  public String table() {
    return "decision";
  }

  @Override
  public Said said(JdbcTemplate jdbc, String key, List<Entry> entries) {
    return new Said(
        jdbc.query(
            "select * from decision where approval_key = ?",
            (row, n) ->
                said(
                    row.getString("outcome"),
                    row.getString("person"),
                    row.getString("person_role"),
                    row.getString("step")),
            key),
        entries.stream()
            .map(Entry::event)
            .filter(event -> event.happening() == Happening.DECIDED)
            .map(DecisionsAsTold::said)
            .toList());
  }

  private static String said(Event decided) {
    Role role = decided.role();
    return said(
        decided.facts().get("outcome"),
        decided.person(),
        role == null ? null : role.id(),
        decided.facts().get("step"));
  }

  private static String said(String outcome, String person, String role, String step) {
    return "%s by %s as %s at %s"
        .formatted(outcome, person == null ? "nobody" : person, role, step);
  }
}
