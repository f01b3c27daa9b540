package film.finalsay.script;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Briefing;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.film.Films;
import film.finalsay.register.ApprovalRegister;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the forms of a script approval show, of a revision set. */
@Component
class ScriptRevisionBriefing implements Briefing {

  private final RevisionSets sets;
  private final DraftTexts texts;
  private final ApprovalRegister register;
  private final Films films;
  private final GreenlightConsents consents;

  ScriptRevisionBriefing(
      RevisionSets sets,
      DraftTexts texts,
      ApprovalRegister register,
      Films films,
      GreenlightConsents consents) {
    this.sets = sets;
    this.texts = texts;
    this.register = register;
    this.films = films;
    this.consents = consents;
  }

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.SCRIPT_REVISION;
  }

  @Override
  public Map<String, String> of(Approval approval) {
    Map<String, String> briefing =
        texts.of(
            films.byInput(approval.filmId()),
            sets.draft(approval),
            sets.summary(approval),
            register.decisions(approval.key()));
    briefing.put("consentsText", consents.inWords(approval));
    return briefing;
  }
}
