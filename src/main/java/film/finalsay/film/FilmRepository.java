package film.finalsay.film;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Role;
import film.finalsay.approval.Scope;
import film.finalsay.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.stereotype.Repository;

@Repository
class FilmRepository {

  private static final RowMapper<Film> FILM = Sql.rows(Film.class);
  private static final String ON_THE_DAY =
      " and from_day <= :day and (to_day is null or to_day >= :day)";

  private final JdbcClient jdbc;

  FilmRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Film film) {
    Sql.insert(jdbc, "film").set(film).run();
  }

  void update(Film film) {
    Sql.insert(jdbc, "film").set(film).save("id");
  }

  private MappedQuerySpec<Film> films(String which, Map<String, ?> values) {
    return jdbc.sql("select * from film " + which).params(values).query(FILM);
  }

  Optional<Film> find(String id) {
    return films("where id = :id", Map.of("id", id)).optional();
  }

  /** The film, held against every other change of its money until the transaction ends. */
  Optional<Film> findAndLock(String id) {
    return films("where id = :id for update", Map.of("id", id)).optional();
  }

  List<Film> findAll(int limit, long offset) {
    return films(
            "order by id limit :limit offset :offset", Map.of("limit", limit, "offset", offset))
        .list();
  }

  /** The films on whose team a person is on a day, in order of their ids. */
  List<Film> findByMember(String person, LocalDate day, int limit, long offset) {
    return films(
            "where id in (select film_id from team_member where person = :person"
                + ON_THE_DAY
                + ") order by id limit :limit offset :offset",
            Map.of("person", person, "day", day, "limit", limit, "offset", offset))
        .list();
  }

  List<String> idsByMember(String person, LocalDate day) {
    return jdbc.sql("select distinct film_id from team_member where person = :person" + ON_THE_DAY)
        .param("person", person)
        .param("day", day)
        .query(String.class)
        .list();
  }

  List<String> ids() {
    return jdbc.sql("select id from film order by id").query(String.class).list();
  }

  void insert(TeamMember member) {
    Sql.insert(jdbc, "team_member")
        .set("film_id", member.filmId())
        .set("person", member.person())
        .set("role", member.role().id())
        .set("from_day", member.from())
        .set("to_day", member.to())
        .set("scope", member.scope())
        .run();
  }

  /** What had not begun by the last day is taken off the team's list; the ledger keeps it. */
  void end(TeamMember member, LocalDate lastDay) {
    String change =
        member.from().isAfter(lastDay)
            ? "delete from team_member"
            : "update team_member set to_day = :lastDay";
    jdbc.sql(
            change
                + " where film_id = :film and person = :person and role = :role and from_day = :from")
        .param("film", member.filmId())
        .param("person", member.person())
        .param("role", member.role().id())
        .param("from", member.from())
        .param("lastDay", lastDay)
        .update();
  }

  List<TeamMember> team(String filmId) {
    return jdbc.sql(
            "select * from team_member where film_id = :film order by person, role, from_day")
        .param("film", filmId)
        .query(FilmRepository::member)
        .list();
  }

  /**
   * @param matter what the roles have to be for; empty for whatever they are for
   */
  Set<Role> rolesOf(String person, String filmId, LocalDate day, Optional<Scope> matter) {
    return jdbc
        .sql(
            "select role from team_member where film_id = :film and person = :person"
                + ON_THE_DAY
                + (matter.isEmpty() ? "" : " and scope in ('ALL', :matter)"))
        .param("matter", matter.map(Scope::name).orElse(null))
        .param("film", filmId)
        .param("person", person)
        .param("day", day)
        .query(String.class)
        .list()
        .stream()
        .flatMap(id -> Role.ofId(id).stream())
        .collect(Collectors.toSet());
  }

  /** The next number for an approval of this kind on this film, starting with 1; gaps can occur. */
  int nextNumber(String filmId, ApprovalKind kind) {
    int next =
        jdbc.sql("select last_number from approval_counter where film_id = :film and kind = :kind")
                .param("film", filmId)
                .param("kind", kind.name())
                .query(Integer.class)
                .optional()
                .orElse(0)
            + 1;
    Sql.insert(jdbc, "approval_counter")
        .set("film_id", filmId)
        .set("kind", kind.name())
        .set("last_number", next)
        .save("film_id", "kind");
    return next;
  }

  private static TeamMember member(ResultSet row, int number) throws SQLException {
    return new TeamMember(
        row.getString("film_id"),
        row.getString("person"),
        Role.ofId(row.getString("role")).orElseThrow(),
        row.getObject("from_day", LocalDate.class),
        row.getObject("to_day", LocalDate.class),
        Scope.valueOf(row.getString("scope")));
  }
}
