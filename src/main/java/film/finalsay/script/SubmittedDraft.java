package film.finalsay.script;

import film.finalsay.film.Document;
import film.finalsay.register.Content;
import film.finalsay.script.reading.ScriptFile;
import java.time.LocalDate;

/**
 * A draft as somebody sent it, looked through and fit to be filed.
 *
 * @param summary what changed, in the sender's words
 * @param pages null if the sender does not say
 */
record SubmittedDraft(
    String label,
    String summary,
    LocalDate date,
    Integer pages,
    Document document,
    ScriptFile file) {

  static final String DRAFT = "draft";
  static final String SUMMARY = "summary";

  Content content() {
    return Content.of(DRAFT, label).with(SUMMARY, summary);
  }
}
