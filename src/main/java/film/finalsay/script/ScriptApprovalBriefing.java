package film.finalsay.script;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Briefing;
import film.finalsay.approval.Markdown;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.film.Films;
import film.finalsay.register.ApprovalRegister;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class ScriptApprovalBriefing implements Briefing {

  private final ScriptApprovals scripts;
  private final DraftTexts texts;
  private final ApprovalRegister register;
  private final Films films;
  private final GreenlightConsents consents;

  ScriptApprovalBriefing(
      ScriptApprovals scripts,
      DraftTexts texts,
      ApprovalRegister register,
      Films films,
      GreenlightConsents consents) {
    this.scripts = scripts;
    this.texts = texts;
    this.register = register;
    this.films = films;
    this.consents = consents;
  }

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.SCRIPT_APPROVAL;
  }

  @Override
  public Map<String, String> of(Approval approval) {
    Map<String, String> briefing =
        texts.of(
            films.byInput(approval.filmId()),
            scripts.current(approval),
            scripts.summary(approval),
            register.decisions(approval.key()));
    briefing.put("consentsText", consents.inWords(approval));
    briefing.put("keptFromApprovalText", Markdown.plain(scripts.keptFromApproval(approval)));
    return briefing;
  }
}
