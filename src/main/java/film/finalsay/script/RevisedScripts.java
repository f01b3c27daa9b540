package film.finalsay.script;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.film.Film;
import film.finalsay.register.Case;
import film.finalsay.script.reading.Script;
import film.finalsay.script.reading.ScriptDifference;
import org.springframework.stereotype.Component;

/** What a revision set revises, and what it may do to it. */
@Component
class RevisedScripts {

  private final ScriptRevisionRepository revisions;
  private final ScriptRepository scripts;
  private final ScriptDrafts drafts;
  private final LockedScripts locked;
  private final RevisionRules rules;

  RevisedScripts(
      ScriptRevisionRepository revisions,
      ScriptRepository scripts,
      ScriptDrafts drafts,
      LockedScripts locked,
      RevisionRules rules) {
    this.revisions = revisions;
    this.scripts = scripts;
    this.drafts = drafts;
    this.locked = locked;
    this.rules = rules;
  }

  /**
   * @throws BusinessRuleException (conflict) if no script is approved
   */
  ScriptDraft current(Film film) {
    return scripts
        .findApproved(film.id())
        .orElseThrow(
            () ->
                BusinessRuleException.conflict(
                    "%s has no approved script.".formatted(film.inWords())));
  }

  /** The draft that a set revises. */
  ScriptDraft base(Case request) {
    return scripts.find(request.film().id(), revisions.base(request.key())).orElseThrow();
  }

  /**
   * The same, which has to be the current script still.
   *
   * @throws BusinessRuleException (conflict) if it is not any more
   */
  ScriptDraft requireCurrent(Case request) {
    ScriptDraft base = base(request);
    if (base.state() != DraftState.APPROVED) {
      throw BusinessRuleException.conflict(
          "%s revises %s, which is not the current script any more."
              .formatted(request.key(), base.label()));
    }
    return base;
  }

  /**
   * @throws BusinessRuleException if a set does not keep to the locked numbers, changes nothing, or
   *     cannot be read
   */
  void requireRevises(Film film, ScriptDraft base, SubmittedDraft sent) {
    Script script =
        sent.file()
            .script()
            .orElseThrow(
                () ->
                    BusinessRuleException.invalid(
                        "document",
                        "is a PDF, whose scene numbers are not read; a revision set comes as Fountain"
                            + " or Final Draft."));
    Script current = LockedScripts.numbered(drafts.scenes(base));
    rules.require(locked.scenes(film.id()), current, script);
    if (ScriptDifference.between(current, script, true).isEmpty()) {
      throw BusinessRuleException.invalid(
          "document", "changes nothing in the current script, %s.".formatted(base.label()));
    }
  }

  /**
   * @return the set, read
   * @throws BusinessRuleException if it does not keep to the numbers that are locked now
   */
  Script requireNumbers(Film film, ScriptDraft base, ScriptDraft set) {
    Script script = drafts.scenes(set);
    rules.require(locked.scenes(film.id()), LockedScripts.numbered(drafts.scenes(base)), script);
    return script;
  }

  /** What a set revised is the current script again, unless another has taken its place. */
  void restore(Case request) {
    ScriptDraft base = base(request);
    String film = request.film().id();
    if (base.state() == DraftState.SUPERSEDED && scripts.findApproved(film).isEmpty()) {
      scripts.save(base.approved(base.approvedAt()));
      locked.restore(film, LockedScripts.numbered(drafts.scenes(base)));
    }
  }
}
