package film.finalsay.film;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Role;
import film.finalsay.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FilmRepository {

  private final JdbcClient jdbc;

  FilmRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Film film) {
    jdbc.sql(
            """
            insert into film (id, title, kind, currency, phase, vision, vision_frozen_at,
                              shooting_days, shooting_days_completed)
            values (:id, :title, :kind, :currency, :phase, :vision, :visionFrozenAt,
                    :shootingDays, :shootingDaysCompleted)
            """)
        .param("id", film.id())
        .param("title", film.title())
        .param("kind", film.kind().name())
        .param("currency", film.currency().getCurrencyCode())
        .param("phase", film.phase().name())
        .param("vision", film.vision())
        .param("visionFrozenAt", SqlTime.of(film.visionFrozenAt()))
        .param("shootingDays", film.shootingDays())
        .param("shootingDaysCompleted", film.shootingDaysCompleted())
        .update();
  }

  void update(Film film) {
    jdbc.sql(
            """
            update film set title = :title, phase = :phase, vision = :vision,
                   vision_frozen_at = :visionFrozenAt, shooting_days = :shootingDays,
                   shooting_days_completed = :shootingDaysCompleted
            where id = :id
            """)
        .param("id", film.id())
        .param("title", film.title())
        .param("phase", film.phase().name())
        .param("vision", film.vision())
        .param("visionFrozenAt", SqlTime.of(film.visionFrozenAt()))
        .param("shootingDays", film.shootingDays())
        .param("shootingDaysCompleted", film.shootingDaysCompleted())
        .update();
  }

  Optional<Film> find(String id) {
    return jdbc.sql("select * from film where id = :id")
        .param("id", id)
        .query(FilmRepository::film)
        .optional();
  }

  /** The film, held against every other change of its money until the transaction ends. */
  Optional<Film> findAndLock(String id) {
    return jdbc.sql("select * from film where id = :id for update")
        .param("id", id)
        .query(FilmRepository::film)
        .optional();
  }

  /** The films on whose team a person is on a day, in order of their ids. */
  List<Film> findByMember(String person, LocalDate day, int limit, long offset) {
    return jdbc.sql(
            """
            select * from film f where exists (
              select 1 from team_member t where t.film_id = f.id and t.person = :person
                and t.from_day <= :day and (t.to_day is null or t.to_day >= :day))
            order by f.id limit :limit offset :offset
            """)
        .param("person", person)
        .param("day", day)
        .param("limit", limit)
        .param("offset", offset)
        .query(FilmRepository::film)
        .list();
  }

  List<String> idsByMember(String person, LocalDate day) {
    return jdbc.sql(
            """
            select distinct film_id from team_member where person = :person
              and from_day <= :day and (to_day is null or to_day >= :day)
            """)
        .param("person", person)
        .param("day", day)
        .query(String.class)
        .list();
  }

  List<Film> findAll(int limit, long offset) {
    return jdbc.sql("select * from film order by id limit :limit offset :offset")
        .param("limit", limit)
        .param("offset", offset)
        .query(FilmRepository::film)
        .list();
  }

  void insert(TeamMember member) {
    jdbc.sql(
            """
            insert into team_member (film_id, person, role, from_day, to_day)
            values (:film, :person, :role, :from, :to)
            """)
        .param("film", member.filmId())
        .param("person", member.person())
        .param("role", member.role().id())
        .param("from", member.from())
        .param("to", member.to())
        .update();
  }

  List<String> ids() {
    return jdbc.sql("select id from film order by id").query(String.class).list();
  }

  /** What had not begun by the last day is taken off the team's list; the ledger keeps it. */
  void end(TeamMember member, LocalDate lastDay) {
    String row =
        " where film_id = :film and person = :person and role = :role and from_day = :from";
    String change =
        member.from().isAfter(lastDay)
            ? "delete from team_member"
            : "update team_member set to_day = :lastDay";
    jdbc.sql(change + row)
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

  Set<Role> rolesOf(String person, String filmId, LocalDate day) {
    return jdbc
        .sql(
            """
            select role from team_member where film_id = :film and person = :person
              and from_day <= :day and (to_day is null or to_day >= :day)
            """)
        .param("film", filmId)
        .param("person", person)
        .param("day", day)
        .query(String.class)
        .stream()
        .flatMap(id -> Role.ofId(id).stream())
        .collect(Collectors.toSet());
  }

  /** The next number for an approval of this kind on this film, starting with 1; gaps can occur. */
  int nextNumber(String filmId, ApprovalKind kind) {
    int counted =
        jdbc.sql(
                """
                update approval_counter set last_number = last_number + 1
                where film_id = :film and kind = :kind
                """)
            .param("film", filmId)
            .param("kind", kind.name())
            .update();
    if (counted == 0) {
      jdbc.sql(
              """
              insert into approval_counter (film_id, kind, last_number) values (:film, :kind, 1)
              """)
          .param("film", filmId)
          .param("kind", kind.name())
          .update();
    }
    return jdbc.sql(
            "select last_number from approval_counter where film_id = :film and kind = :kind")
        .param("film", filmId)
        .param("kind", kind.name())
        .query(Integer.class)
        .single();
  }

  private static Film film(ResultSet row, int number) throws SQLException {
    return new Film(
        row.getString("id"),
        row.getString("title"),
        FilmKind.valueOf(row.getString("kind")),
        Currency.getInstance(row.getString("currency").trim()),
        Phase.valueOf(row.getString("phase")),
        row.getString("vision"),
        SqlTime.instant(row, "vision_frozen_at"),
        row.getInt("shooting_days"),
        row.getInt("shooting_days_completed"));
  }

  private static TeamMember member(ResultSet row, int number) throws SQLException {
    return new TeamMember(
        row.getString("film_id"),
        row.getString("person"),
        Role.ofId(row.getString("role")).orElseThrow(),
        row.getObject("from_day", LocalDate.class),
        row.getObject("to_day", LocalDate.class));
  }
}
