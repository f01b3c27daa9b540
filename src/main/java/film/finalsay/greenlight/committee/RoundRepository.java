package film.finalsay.greenlight.committee;

import film.finalsay.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RoundRepository {

  private final JdbcClient jdbc;

  RoundRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Round round) {
    jdbc.sql(
            """
            insert into committee_round (approval_key, number, decisions_before, opened_at, due_at)
            values (:approval, :number, :before, :opened, :due)
            """)
        .param("approval", round.approvalKey())
        .param("number", round.number())
        .param("before", round.decisionsBefore())
        .param("opened", SqlTime.of(round.openedAt()))
        .param("due", SqlTime.of(round.dueAt()))
        .update();
    for (int seat : round.voters()) {
      jdbc.sql(
              """
              insert into committee_voter (approval_key, round, seat)
              values (:approval, :round, :seat)
              """)
          .param("approval", round.approvalKey())
          .param("round", round.number())
          .param("seat", seat)
          .update();
    }
  }

  void count(Round round, Tally tally, Instant now) {
    jdbc.sql(
            """
            update committee_round set counted_at = :now, votes_for = :votesFor,
                   votes_against = :votesAgainst, abstained = :abstained, result = :result
            where approval_key = :approval and number = :number
            """)
        .param("approval", round.approvalKey())
        .param("number", round.number())
        .param("now", SqlTime.of(now))
        .param("votesFor", tally.votesFor())
        .param("votesAgainst", tally.votesAgainst())
        .param("abstained", tally.abstained())
        .param("result", tally.result().name())
        .update();
  }

  Optional<Round> findLast(String approvalKey) {
    return find(approvalKey).stream().reduce((earlier, later) -> later);
  }

  /** In their order. */
  List<Round> find(String approvalKey) {
    return jdbc.sql("select * from committee_round where approval_key = :key order by number")
        .param("key", approvalKey)
        .query(this::round)
        .list();
  }

  /** Since when votes are being cast in secret, by approval. */
  Map<String, Instant> openAndHidden(Collection<String> approvalKeys) {
    Map<String, Instant> since = new HashMap<>();
    if (!approvalKeys.isEmpty()) {
      jdbc.sql(
              """
              select r.approval_key, r.opened_at from committee_round r
              join greenlight_committee g on g.approval_key = r.approval_key
              join committee c on c.id = g.committee_id
              where r.approval_key in (:keys) and r.counted_at is null and c.votes_hidden
              """)
          .param("keys", approvalKeys)
          .query(
              row -> {
                since.put(row.getString("approval_key"), SqlTime.instant(row, "opened_at"));
              });
    }
    return since;
  }

  private Set<Integer> voters(String approvalKey, int round) {
    return jdbc
        .sql("select seat from committee_voter where approval_key = :key and round = :round")
        .param("key", approvalKey)
        .param("round", round)
        .query(Integer.class)
        .stream()
        .collect(Collectors.toSet());
  }

  private Round round(ResultSet row, int n) throws SQLException {
    String approval = row.getString("approval_key");
    int number = row.getInt("number");
    String result = row.getString("result");
    Set<Integer> voters = voters(approval, number);
    int votesFor = row.getInt("votes_for");
    int votesAgainst = row.getInt("votes_against");
    int abstained = row.getInt("abstained");
    Tally tally =
        result == null
            ? null
            : new Tally(
                votesFor,
                votesAgainst,
                abstained,
                voters.size() - votesFor - votesAgainst - abstained,
                Result.valueOf(result));
    return new Round(
        approval,
        number,
        row.getInt("decisions_before"),
        SqlTime.instant(row, "opened_at"),
        SqlTime.instant(row, "due_at"),
        voters,
        tally);
  }
}
