package film.finalsay.script;

import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.Decision;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.People;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.Case;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What people read of a draft before they answer: where it is, what differs, and what producer and
 * director said of it. The same forms ask about drafts and about revision sets.
 */
@Component
class DraftTexts {

  private static final String NONE = "None yet.";

  private final ScriptRepository scripts;
  private final DifferenceInWords difference;
  private final ApprovalRegister register;
  private final People people;

  DraftTexts(
      ScriptRepository scripts,
      DifferenceInWords difference,
      ApprovalRegister register,
      People people) {
    this.scripts = scripts;
    this.difference = difference;
    this.register = register;
    this.people = people;
  }

  /** The draft and where it is, as every form names it that is about one. */
  static Map<String, String> naming(ScriptDraft draft) {
    String sha256 = draft.document().sha256();
    Map<String, String> texts = new HashMap<>();
    texts.put("draftText", Markdown.plain(draft.inWords()));
    texts.put("documentLink", "/api/films/%s/documents/%s".formatted(draft.filmId(), sha256));
    texts.put("documentHash", sha256);
    return texts;
  }

  /**
   * @param summary what changed, in the sender's words
   */
  Map<String, String> of(Case request, ScriptDraft draft, String summary) {
    List<Decision> decisions = request.decisions();
    Map<String, String> texts = naming(draft);
    texts.put("summaryText", Markdown.plain(summary));
    texts.put("approvedScriptText", approvedScript(draft.filmId()));
    texts.put("visionText", vision(request.film()));
    texts.putAll(difference.texts(draft));
    // of a draft alone
    texts.put("keptFromApprovalText", "");
    texts.put("producerReviewText", latest(decisions, false));
    texts.put("directorViewText", latest(decisions, true));
    return texts;
  }

  private String approvedScript(String filmId) {
    return scripts
        .findApproved(filmId)
        .map(approved -> Markdown.plain(approved.inWords()))
        .orElseGet(
            () -> "None." + scripts.findOverturned(filmId).map(this::approvedUntil).orElse(""));
  }

  private String approvedUntil(ScriptDraft draft) {
    boolean isVoid = register.byKey(draft.approvalKey()).state() == ApprovalState.VOID;
    return " %s was, until %s %s."
        .formatted(
            Markdown.row(draft.label()),
            Markdown.plain(draft.approvalKey()),
            isVoid ? "became void" : "was opened again");
  }

  /** A frozen one is shown by every form. */
  private static String vision(Film film) {
    if (film.visionFrozenAt() != null) {
      return "";
    }
    return film.vision() == null ? NONE : Markdown.plain(film.vision());
  }

  /** What was said of the draft at hand: nothing said of an earlier draft counts. */
  private String latest(List<Decision> decisions, boolean consultation) {
    String text = NONE;
    for (Decision decision : decisions) {
      if (decision.outcome() == Outcome.RESUBMIT) {
        text = NONE;
      } else if (decision.outcome().isConsultation() == consultation
          && (consultation || decision.askedRole() == Role.PRODUCER)) {
        text = said(decision);
      }
    }
    return text;
  }

  /** {@code Paul Brandt endorsed it: the ending is earned.} A producer's yes only sends it up. */
  private String said(Decision decision) {
    String role = decision.role().title();
    String who = "The " + role;
    if (decision.person() != null) {
      who = Markdown.row(people.nameOf(decision.person()));
      who += decision.role() == decision.askedRole() ? "" : ", %s,".formatted(role);
    }
    boolean endorsed = decision.outcome() == Outcome.APPROVE;
    String comment = decision.comment();
    return "%s %s%s"
        .formatted(
            who,
            endorsed ? "endorsed it" : decision.outcome().inWords(),
            comment.isEmpty() ? "" : ": " + Markdown.plain(comment));
  }
}
