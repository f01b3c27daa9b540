package film.finalsay.film;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.notFound;
import static film.finalsay.sql.Sql.insert;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import film.finalsay.sql.Sql;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The credits that were agreed on a film. */
@Service
@Transactional
public class Credits {

  private final JdbcClient jdbc;
  private final Films films;
  private final Ledger ledger;
  private final Clock clock;

  Credits(JdbcClient jdbc, Films films, Ledger ledger, Clock clock) {
    this.jdbc = jdbc;
    this.films = films;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * @throws BusinessRuleException (forbidden) unless the film's executive producer or an
   *     administrator agrees it, (invalid) if the person is unknown, (conflict) if they have this
   *     credit already
   */
  public Credit agree(String filmId, String person, String title, Viewer viewer) {
    Actor actor = films.settingUp(viewer, filmId, "agree its credits");
    films.lock(filmId);
    films.requireCanLogIn(person);
    Map<String, String> values = Map.of("film", filmId, "person", person, "title", title);
    if (credits("and person = :person and title = :title", values).optional().isPresent()) {
      throw conflict("%s is credited as %s already.", person, title);
    }
    insert(jdbc, "credit")
        .set("film_id", filmId)
        .set("person", person)
        .set("title", title)
        .set("agreed_by", viewer.person())
        .set("agreed_at", clock.instant())
        .run();
    Credit credit = credits("and person = :person and title = :title", values).single();
    append(credit, Happening.CREDIT_AGREED, actor);
    return credit;
  }

  /**
   * @throws BusinessRuleException (forbidden) unless the film's executive producer or an
   *     administrator ends it, (not found) if there is none
   */
  public void end(String filmId, long id, Viewer viewer) {
    Actor actor = films.settingUp(viewer, filmId, "end its credits");
    films.lock(filmId);
    Credit credit =
        credits("and id = :id", Map.of("film", filmId, "id", id))
            .optional()
            .orElseThrow(() -> notFound("There is no credit %d on %s.", id, filmId));
    jdbc.sql("delete from credit where id = :id").param("id", id).update();
    append(credit, Happening.CREDIT_ENDED, actor);
  }

  /** In the order in which they were agreed. */
  @Transactional(readOnly = true)
  public List<Credit> of(String filmId, int limit, long offset) {
    return credits(
            "order by id limit :limit offset :offset",
            Map.of("film", filmId, "limit", limit, "offset", offset))
        .list();
  }

  private MappedQuerySpec<Credit> credits(String which, Map<String, ?> values) {
    return jdbc.sql("select * from credit where film_id = :film " + which)
        .params(values)
        .query(Sql.rows(Credit.class));
  }

  private void append(Credit credit, Happening happening, Actor actor) {
    ledger.append(
        credit.filmId(),
        Event.of(happening)
            .by(actor.person(), actor.role())
            .with("person", credit.person())
            .with("title", credit.title()));
  }
}
