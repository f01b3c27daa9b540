package film.finalsay.script;

import film.finalsay.approval.Decision;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.Outcome;
import film.finalsay.film.Film;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * What people read of a draft before they answer: where it is, what differs, and what producer and
 * director said of it.
 */
@Component
class DraftTexts {

  private static final String NONE = "None yet.";

  private final ScriptDrafts drafts;
  private final DifferenceInWords difference;

  DraftTexts(ScriptDrafts drafts, DifferenceInWords difference) {
    this.drafts = drafts;
    this.difference = difference;
  }

  Map<String, String> of(Film film, ScriptDraft draft, String summary, List<Decision> decisions) {
    Map<String, String> texts = new HashMap<>();
    texts.put("draftText", Markdown.plain(draft.inWords()));
    texts.put(
        "documentLink",
        "/api/films/%s/documents/%s".formatted(film.id(), draft.document().sha256()));
    texts.put("documentHash", draft.document().sha256());
    texts.put("summaryText", Markdown.plain(summary));
    texts.put(
        "approvedScriptText",
        drafts.approved(film.id()).map(ScriptDraft::inWords).map(Markdown::plain).orElse(NONE));
    texts.put("visionText", vision(film));
    texts.putAll(difference.texts(draft));
    // of a revision set alone
    texts.put("consentsText", "");
    texts.put("producerReviewText", latest(decisions, decision -> !isConsultation(decision)));
    texts.put("directorViewText", latest(decisions, DraftTexts::isConsultation));
    return texts;
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
