package film.finalsay.script;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.film.Film;
import film.finalsay.register.Case;
import film.finalsay.script.reading.Script;
import film.finalsay.script.reading.ScriptDifference;
import film.finalsay.script.reading.ScriptFile;
import film.finalsay.sql.Sql;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a revision set revises, and what it may do to it. */
@Repository
class RevisedScripts {

  private final JdbcClient jdbc;
  private final ScriptRepository scripts;
  private final ScriptDrafts drafts;
  private final LockedScripts locked;

  RevisedScripts(
      JdbcClient jdbc, ScriptRepository scripts, ScriptDrafts drafts, LockedScripts locked) {
    this.jdbc = jdbc;
    this.scripts = scripts;
    this.drafts = drafts;
    this.locked = locked;
  }

  void file(String approvalKey, ScriptDraft base, String colour) {
    Sql.insert(jdbc, "script_revision")
        .set("approval_key", approvalKey)
        .set("film_id", base.filmId())
        .set("base", base.number())
        .set("colour", colour)
        .run();
  }

  /** A revision set that is under way or was approved: the lock that it goes by has to stand. */
  Optional<String> standing(String filmId) {
    return jdbc.sql(
            """
            select r.approval_key from script_revision r
            join approval a on a.approval_key = r.approval_key
            where r.film_id = :film and a.state not in ('REJECTED', 'WITHDRAWN')
            order by a.requested_at limit 1
            """)
        .param("film", filmId)
        .query(String.class)
        .optional();
  }

  /** How many sets were ever approved: the colour of one that was taken back stays used. */
  int everApproved(String filmId) {
    return jdbc.sql(
            """
            select count(*) from script_revision r
            join approval a on a.approval_key = r.approval_key
            where r.film_id = :film and a.state in ('APPROVED', 'REOPENED', 'VOID')
            """)
        .param("film", filmId)
        .query(Integer.class)
        .single();
  }

  /**
   * @throws BusinessRuleException (conflict) if no script is approved
   */
  ScriptDraft current(Film film) {
    return scripts
        .findApproved(film.id())
        .orElseThrow(() -> conflict("%s has no approved script.", film.inWords()));
  }

  /** The draft that a set revises. */
  ScriptDraft base(Case request) {
    int number =
        jdbc.sql("select base from script_revision where approval_key = :key")
            .param("key", request.key())
            .query(Integer.class)
            .single();
    return scripts.find(request.film().id(), number).orElseThrow();
  }

  /**
   * The same, which has to be the current script still.
   *
   * @throws BusinessRuleException (conflict) if it is not any more
   */
  ScriptDraft requireCurrent(Case request) {
    ScriptDraft base = base(request);
    if (base.state() != DraftState.APPROVED) {
      throw conflict(
          "%s revises %s, which is not the current script any more.", request.key(), base.label());
    }
    return base;
  }

  /**
   * @throws BusinessRuleException if a set does not keep to the locked numbers, changes nothing, or
   *     cannot be read
   */
  void requireRevises(ScriptDraft base, ScriptFile sent) {
    Script script =
        sent.script()
            .orElseThrow(
                () ->
                    invalid(
                        "document",
                        "is a PDF, whose scene numbers are not read; a revision set comes as Fountain"
                            + " or Final Draft."));
    Script current = requireNumbers(base, script);
    if (ScriptDifference.between(current, script, true).isEmpty()) {
      throw invalid("document", "changes nothing in the current script, %s.", base.label());
    }
  }

  /**
   * @return the script that is revised, with its numbers as they are locked
   * @throws BusinessRuleException if a set does not keep to the numbers that are locked now
   */
  Script requireNumbers(ScriptDraft base, Script set) {
    Script current = drafts.scenes(base).numbered();
    RevisionRules.require(locked.scenes(base.filmId()), current, set);
    return current;
  }

  /** What a set revised is the current script again, unless another has taken its place. */
  void restore(Case request) {
    ScriptDraft base = base(request);
    String film = request.film().id();
    if (base.state() == DraftState.SUPERSEDED && scripts.findApproved(film).isEmpty()) {
      scripts.save(base.approved(base.approvedAt()));
      locked.restore(film, drafts.scenes(base).numbered());
    }
  }
}
