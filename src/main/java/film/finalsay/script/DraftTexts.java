package film.finalsay.script;

import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.Decision;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.People;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.register.ApprovalRegister;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * What people read of a draft before they answer: where it is, what differs, and what producer and
 * director said of it. The same forms ask about drafts and about revision sets.
 */
@Component
class DraftTexts {

  private static final String NONE = "None yet.";

  private final ScriptDrafts drafts;
  private final DifferenceInWords difference;
  private final ApprovalRegister register;
  private final People people;

  DraftTexts(
      ScriptDrafts drafts, DifferenceInWords difference, ApprovalRegister register, People people) {
    this.drafts = drafts;
    this.difference = difference;
    this.register = register;
    this.people = people;
  }

  Map<String, String> of(Film film, ScriptDraft draft, String summary, List<Decision> decisions) {
    Map<String, String> texts = new HashMap<>();
    texts.put("draftText", Markdown.plain(draft.inWords()));
    texts.put(
        "documentLink",
        "/api/films/%s/documents/%s".formatted(film.id(), draft.document().sha256()));
    texts.put("documentHash", draft.document().sha256());
    texts.put("summaryText", Markdown.plain(summary));
    texts.put("approvedScriptText", approvedScript(film.id()));
    texts.put("visionText", vision(film));
    texts.putAll(difference.texts(draft));
    // of a draft alone
    texts.put("keptFromApprovalText", "");
    texts.put("producerReviewText", latest(decisions, DraftTexts::isReview));
    texts.put("directorViewText", latest(decisions, DraftTexts::isConsultation));
    return texts;
  }

  private String approvedScript(String filmId) {
    return drafts
        .approved(filmId)
        .map(approved -> Markdown.plain(approved.inWords()))
        .orElseGet(() -> "None." + drafts.overturned(filmId).map(this::approvedUntil).orElse(""));
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

  private static boolean isConsultation(Decision decision) {
    return decision.outcome().isConsultation();
  }

  private static boolean isReview(Decision decision) {
    return decision.askedRole() == Role.PRODUCER && !isConsultation(decision);
  }

  /** What was said of the draft at hand: nothing said of an earlier draft counts. */
  private String latest(List<Decision> decisions, Predicate<Decision> wanted) {
    String text = NONE;
    for (Decision decision : decisions) {
      if (decision.outcome() == Outcome.RESUBMIT) {
        text = NONE;
      } else if (wanted.test(decision)) {
        text = said(decision);
      }
    }
    return text;
  }

  /** {@code Paul Brandt endorsed it: the ending is earned.} A producer's yes only sends it up. */
  private String said(Decision decision) {
    String who =
        decision.person() == null
            ? "The " + decision.role().title()
            : Markdown.row(people.nameOf(decision.person()))
                + (decision.role() == decision.askedRole()
                    ? ""
                    : ", %s,".formatted(decision.role().title()));
    String what =
        decision.outcome() == Outcome.APPROVE ? "endorsed it" : decision.outcome().inWords();
    return "%s %s%s"
        .formatted(
            who,
            what,
            decision.comment().isEmpty() ? "" : ": " + Markdown.plain(decision.comment()));
  }
}
