package film.finalsay.script;

import film.finalsay.approval.Approval;
import film.finalsay.approval.BusinessRuleException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Revision sets as they are on file, each with the draft that it revises. */
@Service
@Transactional(readOnly = true)
public class RevisionSets {

  private final ScriptRevisionRepository revisions;
  private final ScriptRepository scripts;

  RevisionSets(ScriptRevisionRepository revisions, ScriptRepository scripts) {
    this.revisions = revisions;
    this.scripts = scripts;
  }

  /** The draft that a set revises. */
  public ScriptDraft revised(Approval approval) {
    return scripts.find(approval.filmId(), revisions.find(approval.key()).base()).orElseThrow();
  }

  /** The set that an approval is about. */
  public ScriptDraft draft(Approval approval) {
    return scripts
        .find(approval.filmId(), scripts.submission(approval.key()).label())
        .orElseThrow();
  }

  /** The whole of what is asked for, as texts by name. */
  public Map<String, String> subject(Approval approval) {
    ScriptDraft draft = draft(approval);
    Map<String, String> subject = new HashMap<>();
    subject.put("film", approval.filmId());
    subject.put("draft", draft.label());
    subject.put("document", draft.document().sha256());
    subject.put("summary", summary(approval));
    subject.put("colour", colour(approval));
    subject.put("revises", revised(approval).document().sha256());
    return subject;
  }

  /** The colour that its pages are printed on. */
  String colour(Approval approval) {
    return revisions.find(approval.key()).colour();
  }

  /** What changed, in the submitter's words. */
  String summary(Approval approval) {
    return scripts.submission(approval.key()).summary();
  }

  /**
   * The draft that a set revises, which has to be the current script still.
   *
   * @throws BusinessRuleException (conflict) if it is not any more
   */
  ScriptDraft requireCurrent(Approval approval) {
    ScriptDraft base = revised(approval);
    if (base.state() != DraftState.APPROVED) {
      throw BusinessRuleException.conflict(
          "%s revises %s, which is not the current script any more."
              .formatted(approval.key(), base.label()));
    }
    return base;
  }
}
