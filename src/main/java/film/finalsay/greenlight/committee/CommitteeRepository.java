package film.finalsay.greenlight.committee;

import film.finalsay.sql.SqlTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

@Repository
class CommitteeRepository {

  private final JdbcClient jdbc;

  CommitteeRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A committee, and the number under which it is kept. */
  record Kept(long id, Committee committee) {}

  long insert(Committee committee, String person, Instant now) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into committee (quorum, majority, deadline, votes_hidden, set_by, set_at)
            values (:quorum, :majority, :deadline, :hidden, :person, :now)
            """)
        .param("quorum", committee.quorum())
        .param("majority", committee.majority().name())
        .param("deadline", committee.deadline())
        .param("hidden", committee.votesHidden())
        .param("person", person)
        .param("now", SqlTime.of(now))
        .update(key, "id");
    long id = key.getKey().longValue();
    for (Seat seat : committee.seats()) {
      jdbc.sql(
              """
              insert into committee_seat (committee_id, number, title, person, may_veto)
              values (:id, :number, :title, :person, :veto)
              """)
          .param("id", id)
          .param("number", seat.number())
          .param("title", seat.title())
          .param("person", seat.person())
          .param("veto", seat.mayVeto())
          .update();
    }
    return id;
  }

  void putPolicy(String scope, long committee) {
    deletePolicy(scope);
    jdbc.sql("insert into committee_policy (scope, committee_id) values (:scope, :committee)")
        .param("scope", scope)
        .param("committee", committee)
        .update();
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
    jdbc.sql(
            """
            insert into greenlight_committee (approval_key, committee_id)
            values (:approval, :committee)
            """)
        .param("approval", approvalKey)
        .param("committee", committee)
        .update();
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
            .query(
                (row, n) ->
                    new Seat(
                        row.getInt("number"),
                        row.getString("title"),
                        row.getString("person"),
                        row.getBoolean("may_veto")))
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
}
