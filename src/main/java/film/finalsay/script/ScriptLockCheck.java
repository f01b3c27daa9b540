package film.finalsay.script;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.film.Film;
import film.finalsay.script.reading.Script;
import org.springframework.stereotype.Component;

/** What keeps a draft from being locked for shooting. */
@Component
class ScriptLockCheck {

  private final ScriptLockRepository locks;
  private final ScriptDrafts drafts;
  private final Clearances clearances;
  private final RevisionRules rules;

  ScriptLockCheck(
      ScriptLockRepository locks, ScriptDrafts drafts, Clearances clearances, RevisionRules rules) {
    this.locks = locks;
    this.drafts = drafts;
    this.clearances = clearances;
    this.rules = rules;
  }

  /**
   * @return what the draft says
   * @throws BusinessRuleException (conflict) if the script is locked, the draft is not the approved
   *     one, its scenes cannot be read or numbered, or it is not cleared
   */
  Script require(Film film, ScriptDraft draft) {
    locks
        .lockedBy(film.id())
        .ifPresent(
            lock -> {
              throw BusinessRuleException.conflict(
                  "The script of %s is locked already, by %s.".formatted(film.inWords(), lock));
            });
    if (draft.state() != DraftState.APPROVED) {
      throw BusinessRuleException.conflict(
          "%s is not the approved script of %s.".formatted(draft.label(), film.inWords()));
    }
    Script script = drafts.scenes(draft);
    rules.requireLockable(draft, script);
    clearances.requireCleared(film, draft);
    return script;
  }
}
