package film.finalsay.script;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Briefing;
import film.finalsay.film.Films;
import film.finalsay.register.ApprovalRegister;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the forms of a script approval show, of a revision set. */
@Component
class ScriptRevisionBriefing implements Briefing {

  private final ScriptRevisions revisions;
  private final DraftTexts texts;
  private final ApprovalRegister register;
  private final Films films;

  ScriptRevisionBriefing(
      ScriptRevisions revisions, DraftTexts texts, ApprovalRegister register, Films films) {
    this.revisions = revisions;
    this.texts = texts;
    this.register = register;
    this.films = films;
  }

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.SCRIPT_REVISION;
  }

  @Override
  public Map<String, String> of(Approval approval) {
    return texts.of(
        films.byInput(approval.filmId()),
        revisions.draft(approval),
        revisions.summary(approval),
        register.decisions(approval.key()));
  }
}
