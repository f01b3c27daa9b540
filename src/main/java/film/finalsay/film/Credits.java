package film.finalsay.film;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.notFound;

import film.finalsay.approval.Approval;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import film.finalsay.sql.Sql;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    films.hold(filmId);
    films.requireCanLogIn(person);
    if (find(filmId, person, title).isPresent()) {
      throw conflict("%s is credited as %s already.", person, title);
    }
    Credit credit = insert(filmId, person, title, viewer.person());
    ledger.append(filmId, about(credit, Happening.CREDIT_AGREED).by(actor.person(), actor.role()));
    return credit;
  }

  /**
   * Agrees a credit by what was approved; one that is there already stays. Call it with the film
   * locked.
   *
   * @param person a login, or the name of somebody who has none
   */
  public void agreed(String person, String title, Approval approval) {
    if (find(approval.filmId(), person, title).isEmpty()) {
      Credit credit = insert(approval.filmId(), person, title, approval.requester());
      ledger.append(approval.filmId(), about(credit, Happening.CREDIT_AGREED).on(approval.key()));
    }
  }

  /**
   * @throws BusinessRuleException (forbidden) unless the film's executive producer or an
   *     administrator ends it, (not found) if there is none
   */
  public void end(String filmId, long id, Viewer viewer) {
    Actor actor = films.settingUp(viewer, filmId, "end its credits");
    films.hold(filmId);
    Credit credit =
        credits("and id = :id", Map.of("film", filmId, "id", id))
            .optional()
            .orElseThrow(() -> notFound("There is no credit %d on %s.", id, filmId));
    jdbc.sql("delete from credit where id = :id").param("id", id).update();
    ledger.append(filmId, about(credit, Happening.CREDIT_ENDED).by(actor.person(), actor.role()));
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

  private Optional<Credit> find(String filmId, String person, String title) {
    return credits(
            "and person = :person and title = :title",
            Map.of("film", filmId, "person", person, "title", title))
        .optional();
  }

  private Credit insert(String filmId, String person, String title, String agreedBy) {
    Sql.insert(jdbc, "credit")
        .set("film_id", filmId)
        .set("person", person)
        .set("title", title)
        .set("agreed_by", agreedBy)
        .set("agreed_at", clock.instant())
        .run();
    return find(filmId, person, title).orElseThrow();
  }

  private static Event about(Credit credit, Happening happening) {
    return Event.of(happening).with("person", credit.person()).with("title", credit.title());
  }
}
