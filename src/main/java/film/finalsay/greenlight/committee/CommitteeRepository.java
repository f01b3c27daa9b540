package film.finalsay.greenlight.committee;

import film.finalsay.approval.Withheld;
import film.finalsay.sql.Sql;
import film.finalsay.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** Committees, the rounds in which they vote, and the votes that are not to be read yet. */
@Repository
class CommitteeRepository implements Withheld {

  private final JdbcClient jdbc;

  CommitteeRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A committee, and the number under which it is kept. */
  record Kept(long id, Committee committee) {}

  void putPolicy(String scope, Committee committee, String person, Instant now) {
    deletePolicy(scope);
    Sql.insert(jdbc, "committee_policy")
        .set("scope", scope)
        .set("committee_id", insert(committee, person, now))
        .run();
  }

  private long insert(Committee committee, String person, Instant now) {
    KeyHolder key = new GeneratedKeyHolder();
    Sql.insert(jdbc, "committee")
        .set("quorum", committee.quorum())
        .set("majority", committee.majority())
        .set("deadline", committee.deadline())
        .set("votes_hidden", committee.votesHidden())
        .set("set_by", person)
        .set("set_at", now)
        .run(key, "id");
    long id = key.getKey().longValue();
    committee
        .seats()
        .forEach(
            seat -> Sql.insert(jdbc, "committee_seat").set("committee_id", id).set(seat).run());
    return id;
  }

  /**
   * @return false if there was none
   */
  boolean deletePolicy(String scope) {
    return jdbc.sql("delete from committee_policy where scope = :scope")
            .param("scope", scope)
            .update()
        > 0;
  }

  Optional<Kept> findPolicy(String scope) {
    return find("select committee_id from committee_policy where scope = :key", scope);
  }

  void freeze(String approvalKey, long committee) {
    Sql.insert(jdbc, "greenlight_committee")
        .set("approval_key", approvalKey)
        .set("committee_id", committee)
        .run();
  }

  Optional<Kept> findFrozen(String approvalKey) {
    return find(
        "select committee_id from greenlight_committee where approval_key = :key", approvalKey);
  }

  private Optional<Kept> find(String select, String key) {
    return jdbc.sql(select).param("key", key).query(Long.class).optional().map(this::read);
  }

  private Kept read(long id) {
    List<Seat> seats =
        jdbc.sql("select * from committee_seat where committee_id = :id order by number")
            .param("id", id)
            .query(Sql.rows(Seat.class))
            .list();
    return jdbc.sql("select * from committee where id = :id")
        .param("id", id)
        .query(
            (row, n) ->
                new Kept(
                    id,
                    new Committee(
                        seats,
                        row.getInt("quorum"),
                        Majority.valueOf(row.getString("majority")),
                        row.getString("deadline"),
                        row.getBoolean("votes_hidden"))))
        .single();
  }

  void insert(Round round) {
    Sql.insert(jdbc, "committee_round")
        .set("approval_key", round.approvalKey())
        .set("number", round.number())
        .set("decisions_before", round.decisionsBefore())
        .set("opened_at", round.openedAt())
        .set("due_at", round.dueAt())
        .run();
    for (int seat : round.voters()) {
      Sql.insert(jdbc, "committee_voter")
          .set("approval_key", round.approvalKey())
          .set("round", round.number())
          .set("seat", seat)
          .run();
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

  Optional<Round> findLastRound(String approvalKey) {
    return findRounds(approvalKey).stream().reduce((earlier, later) -> later);
  }

  /** In their order. */
  List<Round> findRounds(String approvalKey) {
    return jdbc.sql("select * from committee_round where approval_key = :key order by number")
        .param("key", approvalKey)
        .query(this::round)
        .list();
  }

  private Round round(ResultSet row, int n) throws SQLException {
    String approval = row.getString("approval_key");
    int number = row.getInt("number");
    Set<Integer> voters =
        new HashSet<>(
            jdbc.sql(
                    "select seat from committee_voter where approval_key = :key and round = :round")
                .param("key", approval)
                .param("round", number)
                .query(Integer.class)
                .list());
    return new Round(
        approval,
        number,
        row.getInt("decisions_before"),
        SqlTime.instant(row, "opened_at"),
        SqlTime.instant(row, "due_at"),
        voters,
        tally(row, voters.size()));
  }

  private static Tally tally(ResultSet row, int voters) throws SQLException {
    String result = row.getString("result");
    int votesFor = row.getInt("votes_for");
    int votesAgainst = row.getInt("votes_against");
    int abstained = row.getInt("abstained");
    int missing = voters - votesFor - votesAgainst - abstained;
    return result == null
        ? null
        : new Tally(votesFor, votesAgainst, abstained, missing, Result.valueOf(result));
  }

  @Override
  public Map<String, Instant> votesSince(Collection<String> approvalKeys) {
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
}
