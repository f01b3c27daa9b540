package film.finalsay.film;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.People;
import film.finalsay.approval.Role;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import film.finalsay.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The credits that were agreed on a film. */
@Service
@Transactional
public class Credits {

  private final JdbcClient jdbc;
  private final Films films;
  private final People people;
  private final Ledger ledger;
  private final Clock clock;

  Credits(JdbcClient jdbc, Films films, People people, Ledger ledger, Clock clock) {
    this.jdbc = jdbc;
    this.films = films;
    this.people = people;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * @throws BusinessRuleException (forbidden) unless the film's executive producer or an
   *     administrator agrees it, (invalid) if the person is unknown, (conflict) if they have this
   *     credit already
   */
  public Credit agree(String filmId, String person, String title, Viewer viewer) {
    requireMayAgree(filmId, viewer);
    films.lock(filmId);
    if (!people.exists(person)) {
      throw BusinessRuleException.invalid(
          "person", "nobody with the id \"%s\" can log in.".formatted(person));
    }
    if (find(filmId, person, title).isPresent()) {
      throw BusinessRuleException.conflict(
          "%s is credited as %s already.".formatted(person, title));
    }
    jdbc.sql(
            """
            insert into credit (film_id, person, title, agreed_by, agreed_at)
            values (:film, :person, :title, :by, :now)
            """)
        .param("film", filmId)
        .param("person", person)
        .param("title", title)
        .param("by", viewer.person())
        .param("now", SqlTime.of(clock.instant()))
        .update();
    Credit credit = find(filmId, person, title).orElseThrow();
    ledger.append(filmId, about(credit, Happening.CREDIT_AGREED, viewer));
    return credit;
  }

  /**
   * @throws BusinessRuleException (forbidden) unless the film's executive producer or an
   *     administrator ends it, (not found) if there is none
   */
  public void end(String filmId, long id, Viewer viewer) {
    requireMayAgree(filmId, viewer);
    films.lock(filmId);
    Credit credit =
        jdbc.sql("select * from credit where film_id = :film and id = :id")
            .param("film", filmId)
            .param("id", id)
            .query(Credits::credit)
            .optional()
            .orElseThrow(
                () ->
                    BusinessRuleException.notFound(
                        "There is no credit %d on %s.".formatted(id, filmId)));
    jdbc.sql("delete from credit where id = :id").param("id", id).update();
    ledger.append(filmId, about(credit, Happening.CREDIT_ENDED, viewer));
  }

  /** In the order in which they were agreed. */
  @Transactional(readOnly = true)
  public List<Credit> of(String filmId, int limit, long offset) {
    return jdbc.sql(
            "select * from credit where film_id = :film order by id limit :limit offset :offset")
        .param("film", filmId)
        .param("limit", limit)
        .param("offset", offset)
        .query(Credits::credit)
        .list();
  }

  private Optional<Credit> find(String filmId, String person, String title) {
    return jdbc.sql(
            "select * from credit where film_id = :film and person = :person and title = :title")
        .param("film", filmId)
        .param("person", person)
        .param("title", title)
        .query(Credits::credit)
        .optional();
  }

  private void requireMayAgree(String filmId, Viewer viewer) {
    films.seenBy(viewer, filmId);
    if (!viewer.administrator()
        && !films.rolesOf(viewer.person(), filmId).contains(Role.EXECUTIVE_PRODUCER)) {
      throw BusinessRuleException.forbidden(
          "Only the executive producer of %s agrees its credits.".formatted(filmId));
    }
  }

  private static Event about(Credit credit, Happening happening, Viewer viewer) {
    return Event.of(happening)
        .by(viewer.person(), viewer.administrator() ? null : Role.EXECUTIVE_PRODUCER)
        .with("person", credit.person())
        .with("title", credit.title());
  }

  private static Credit credit(ResultSet row, int number) throws SQLException {
    return new Credit(
        row.getLong("id"),
        row.getString("film_id"),
        row.getString("person"),
        row.getString("title"));
  }
}
