package film.finalsay.script;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;
import static film.finalsay.approval.BusinessRuleException.notFound;
import static film.finalsay.sql.Sql.insert;
import static film.finalsay.sql.Sql.rows;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The issued list: who has which copy of which draft. */
@Service
@Transactional
public class ScriptCopies {

  private final JdbcClient jdbc;
  private final ScriptDrafts drafts;
  private final Films films;
  private final Ledger ledger;
  private final Clock clock;

  ScriptCopies(JdbcClient jdbc, ScriptDrafts drafts, Films films, Ledger ledger, Clock clock) {
    this.jdbc = jdbc;
    this.drafts = drafts;
    this.films = films;
    this.ledger = ledger;
    this.clock = clock;
  }

  private StatementSpec of(ScriptDraft draft, String sql) {
    return jdbc.sql(sql).param("film", draft.filmId()).param("draft", draft.number());
  }

  private StatementSpec copies(ScriptDraft draft, String which) {
    return of(
        draft,
        "select i.*, i.copy_number as copy from script_issue i"
            + " where film_id = :film and draft = :draft "
            + which);
  }

  /** By copy number. */
  @Transactional(readOnly = true)
  public List<ScriptCopy> all(ScriptDraft draft, int limit, long offset) {
    return copies(draft, "order by copy_number limit :limit offset :offset")
        .param("limit", limit)
        .param("offset", offset)
        .query(rows(ScriptCopy.class))
        .list();
  }

  private Optional<ScriptCopy> find(ScriptDraft draft, int copy) {
    return copies(draft, "and copy_number = :copy")
        .param("copy", copy)
        .query(rows(ScriptCopy.class))
        .optional();
  }

  private int nextCopy(ScriptDraft draft) {
    return of(
            draft,
            """
            select coalesce(max(copy_number), 0) + 1 from script_issue
            where film_id = :film and draft = :draft
            """)
        .query(Integer.class)
        .single();
  }

  /**
   * @param body {@code person} who can log in, or {@code name}; {@code department}, {@code copy}
   *     (else the next number) and {@code date} (else today) may be left out
   * @throws BusinessRuleException if a field is wrong, the draft was never approved, the copy is
   *     out already, or this person may not
   */
  public ScriptCopy issue(Film seen, int draftNumber, String by, Map<String, ?> body) {
    Film film = films.lock(seen.id());
    Role role = films.submitterRole(by, film);
    ScriptDraft draft = drafts.byNumber(film, draftNumber);
    if (!draft.wasApproved()) {
      throw conflict("%s is not approved; only an approved draft is issued.", draft.label());
    }
    Inputs inputs = Inputs.of(body);
    String person = inputs.optionalText("person", 64).orElse(null);
    String name = inputs.optionalText("name", 200).orElse(null);
    requireOne(person, name);
    int copy = inputs.optionalOrdinal("copy").orElseGet(() -> nextCopy(draft));
    find(draft, copy)
        .ifPresent(
            out -> {
              throw conflict(
                  "Copy %d of %s was issued to %s.",
                  copy, draft.label(), out.person() == null ? out.name() : out.person());
            });
    String department = inputs.optionalText("department", 100).orElse(null);
    LocalDate date = date(inputs);
    inputs.requireNothingElse();
    insert(jdbc, "script_issue")
        .set("film_id", film.id())
        .set("draft", draftNumber)
        .set("copy_number", copy)
        .set("person", person)
        .set("name", name)
        .set("department", department)
        .set("issued_on", date)
        .set("issued_by", by)
        .set("state", ScriptCopy.State.ISSUED)
        .run();
    ScriptCopy issued = find(draft, copy).orElseThrow();
    ledger.append(film.id(), about(issued, draft, Happening.SCRIPT_COPY_ISSUED, date).by(by, role));
    return issued;
  }

  /**
   * @param body {@code state}, RETURNED or REVOKED; {@code date}, else today, may be left out
   * @throws BusinessRuleException if a field is wrong, there is no such copy out, or this person
   *     may not
   */
  public ScriptCopy end(Film seen, int draftNumber, int number, String by, Map<String, ?> body) {
    Film film = films.hold(seen.id());
    Role role = films.submitterRole(by, film);
    ScriptDraft draft = drafts.byNumber(film, draftNumber);
    ScriptCopy copy =
        find(draft, number)
            .orElseThrow(() -> notFound("No copy %d of %s was issued.", number, draft.label()));
    Inputs inputs = Inputs.of(body);
    ScriptCopy.State state = inputs.oneOf("state", ScriptCopy.State.class);
    if (state == ScriptCopy.State.ISSUED) {
      throw invalid("state", "has to be RETURNED or REVOKED.");
    }
    LocalDate date = date(inputs);
    inputs.requireNothingElse();
    if (date.isBefore(copy.issuedOn())) {
      throw invalid("date", "is before the copy was issued.");
    }
    if (copy.state() != ScriptCopy.State.ISSUED) {
      throw conflict("Copy %d of %s is not out any more.", number, draft.label());
    }
    of(
            draft,
            """
            update script_issue set state = :state, ended_on = :on, ended_by = :by
            where film_id = :film and draft = :draft and copy_number = :copy
            """)
        .param("copy", number)
        .param("state", state.name())
        .param("on", date)
        .param("by", by)
        .update();
    ledger.append(
        film.id(),
        about(copy, draft, Happening.SCRIPT_COPY_ENDED, date).by(by, role).with("state", state));
    return find(draft, number).orElseThrow();
  }

  private void requireOne(String person, String name) {
    if ((person == null) == (name == null)) {
      throw invalid(
          "person", "or name is needed: a person who can log in, or the name of somebody else.");
    }
    if (person != null) {
      films.requireCanLogIn(person);
    }
  }

  private LocalDate date(Inputs inputs) {
    LocalDate today = LocalDate.now(clock);
    LocalDate date = inputs.optionalDate("date").orElse(today);
    if (date.isAfter(today) || date.isBefore(today.minusYears(10))) {
      throw invalid("date", "has to be today or a day of the last ten years.");
    }
    return date;
  }

  private static Event about(
      ScriptCopy copy, ScriptDraft draft, Happening happening, LocalDate date) {
    return Event.of(happening)
        .with("draft", draft.label())
        .with("colour", draft.colour())
        .with("copy", copy.copy())
        .with("person", copy.person())
        .with("name", copy.name())
        .with("department", copy.department())
        .with("date", date);
  }
}
