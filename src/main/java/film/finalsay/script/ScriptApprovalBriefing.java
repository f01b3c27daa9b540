package film.finalsay.script;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Briefing;
import film.finalsay.approval.Decision;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.Outcome;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.register.ApprovalRegister;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The draft, where to read it, and what producer and director said of it. */
@Component
class ScriptApprovalBriefing implements Briefing {

  private static final String NONE = "None yet.";

  private final ScriptApprovals scripts;
  private final ApprovalRegister register;
  private final Films films;

  ScriptApprovalBriefing(ScriptApprovals scripts, ApprovalRegister register, Films films) {
    this.scripts = scripts;
    this.register = register;
    this.films = films;
  }

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.SCRIPT_APPROVAL;
  }

  @Override
  public Map<String, String> of(Approval approval) {
    Film film = films.byInput(approval.filmId());
    ScriptDraft draft = scripts.current(approval);
    List<Decision> decisions = register.decisions(approval.key());
    Map<String, String> texts = new HashMap<>();
    texts.put("draftText", Markdown.plain(draft.inWords()));
    texts.put(
        "documentLink",
        "/api/films/%s/documents/%s".formatted(film.id(), draft.document().sha256()));
    texts.put("documentHash", draft.document().sha256());
    texts.put("summaryText", Markdown.plain(scripts.summary(approval)));
    texts.put(
        "approvedScriptText",
        scripts.approved(film.id()).map(ScriptDraft::inWords).map(Markdown::plain).orElse(NONE));
    texts.put("visionText", film.vision() == null ? NONE : Markdown.plain(film.vision()));
    texts.put("producerReviewText", latest(decisions, decision -> !isConsultation(decision)));
    texts.put("directorViewText", latest(decisions, ScriptApprovalBriefing::isConsultation));
    return texts;
  }

  private static boolean isConsultation(Decision decision) {
    return decision.outcome().isConsultation();
  }

  /** What was said of the draft at hand: nothing said of an earlier draft counts. */
  private static String latest(List<Decision> decisions, Predicate<Decision> wanted) {
    String text = NONE;
    for (Decision decision : decisions) {
      if (decision.outcome() == Outcome.RESUBMIT) {
        text = NONE;
      } else if (wanted.test(decision)) {
        text =
            decision.outcome().inWords()
                + (decision.comment().isEmpty() ? "" : ": " + Markdown.plain(decision.comment()));
      }
    }
    return text;
  }
}
