package film.finalsay.register;

import film.finalsay.approval.ApprovalState;
import film.finalsay.ledger.AsTold;
import film.finalsay.ledger.Entry;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who asked for an approval, and how it ended. */
public final class ApprovalsAsTold implements AsTold {

  private static final String OPEN = "open";

  @Override
  public String table() {
    return "approval";
  }

  @Override
  public Said said(JdbcTemplate jdbc, String key, List<Entry> entries) {
    List<Event> events = entries.stream().map(Entry::event).toList();
    return new Said(
        jdbc.query(
            "select * from approval where approval_key = ?",
            (row, n) ->
                said(
                    row.getString("requester"),
                    row.getString("requester_role"),
                    state(ApprovalState.valueOf(row.getString("state")))),
            key),
        events.stream()
            .filter(event -> event.happening() == Happening.REQUESTED)
            .map(
                requested ->
                    said(
                        requested.person(),
                        requested.role().id(),
                        events.stream().flatMap(ApprovalsAsTold::end).reduce(OPEN, (a, b) -> b)))
            .toList());
  }

  private static Stream<String> end(Event event) {
    return switch (event.happening()) {
      case SETTLED -> Stream.of(event.facts().get("state"));
      case REOPENED -> Stream.of(ApprovalState.REOPENED.name());
      case VOIDED -> Stream.of(ApprovalState.VOID.name());
      default -> Stream.empty();
    };
  }

  private static String state(ApprovalState state) {
    return state.isFinal() ? state.name() : OPEN;
  }

  private static String said(String requester, String role, String state) {
    return "requested by %s as %s, %s".formatted(requester, role, state);
  }
}
