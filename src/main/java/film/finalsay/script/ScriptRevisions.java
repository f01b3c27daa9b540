package film.finalsay.script;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Excerpt;
import film.finalsay.approval.Role;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.Settlements;
import film.finalsay.script.reading.Script;
import film.finalsay.script.reading.ScriptDifference;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a revision set does to a locked script, and how that is taken back. */
@Service
@Transactional
public class ScriptRevisions {

  private static final int MOST_OF_A_FACT = 4000;

  private final RevisionSets sets;
  private final ScriptRepository scripts;
  private final ScriptDrafts drafts;
  private final LockedScripts locked;
  private final RevisionRules rules;
  private final Films films;
  private final ApprovalRegister register;
  private final Settlements settlements;
  private final GreenlightConsents consents;
  private final Clock clock;

  ScriptRevisions(
      RevisionSets sets,
      ScriptRepository scripts,
      ScriptDrafts drafts,
      LockedScripts locked,
      RevisionRules rules,
      Films films,
      ApprovalRegister register,
      Settlements settlements,
      GreenlightConsents consents,
      Clock clock) {
    this.sets = sets;
    this.scripts = scripts;
    this.drafts = drafts;
    this.locked = locked;
    this.rules = rules;
    this.films = films;
    this.register = register;
    this.settlements = settlements;
    this.consents = consents;
    this.clock = clock;
  }

  /**
   * Makes the set the film's current script, and its numbers those that stand.
   *
   * @throws BusinessRuleException (conflict) if the executive producer's answer or a consent is not
   *     on record, or the script that it revises is not the current one any more
   */
  public void approve(String processInstanceId) {
    Film film = films.lock(register.carriedBy(processInstanceId).filmId());
    locked.requireLocked(film);
    Approval approval =
        settlements.approve(
            processInstanceId,
            ApprovalKind.SCRIPT_REVISION,
            Role.EXECUTIVE_PRODUCER,
            consents.required(processInstanceId));
    ScriptDraft base = sets.requireCurrent(approval);
    ScriptDraft draft = sets.draft(approval);
    Script script = drafts.scenes(draft);
    rules.require(locked.scenes(film.id()), LockedScripts.numbered(drafts.scenes(base)), script);
    ScriptDifference difference = drafts.difference(base, draft).difference();
    scripts.save(base.superseded());
    scripts.save(draft.approved(clock.instant()));
    locked.fix(film.id(), script);
    Map<String, String> facts = new HashMap<>();
    facts.put("approvedScript", draft.label());
    facts.put("colour", sets.colour(approval));
    facts.put("document", draft.document().sha256());
    facts.put("supersededScript", base.label());
    facts.put("changedScenes", changedScenes(difference));
    settlements.tookEffect(approval, facts);
  }

  /**
   * Takes a set back, when its approval became void: what it revised is the current script again.
   * Copies of the set are out, so its scene numbers and its colour stay used.
   */
  public void overturn(Approval approval) {
    Film film = films.lock(approval.filmId());
    scripts.save(sets.draft(approval).overturned());
    ScriptDraft base = sets.revised(approval);
    if (base.state() == DraftState.SUPERSEDED && scripts.findApproved(film.id()).isEmpty()) {
      scripts.save(base.approved(base.approvedAt()));
      locked.restore(film.id(), LockedScripts.numbered(drafts.scenes(base)));
    }
  }

  /**
   * @throws BusinessRuleException (conflict) always: copies are out, and the next set says what
   *     changes
   */
  public void requireReopenable(Approval approval) {
    throw BusinessRuleException.conflict(
        "%s is issued: what has to change comes as the next revision set."
            .formatted(sets.draft(approval).label()));
  }

  private static String changedScenes(ScriptDifference difference) {
    String scenes =
        difference.changed().stream()
            .map(one -> one.scene().name())
            .collect(Collectors.joining(","));
    return scenes.length() <= MOST_OF_A_FACT
        ? scenes
        : Excerpt.beginning(scenes, MOST_OF_A_FACT) + "…";
  }
}
