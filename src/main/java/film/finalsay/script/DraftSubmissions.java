package film.finalsay.script;

import film.finalsay.approval.Approval;
import film.finalsay.approval.AttachedFile;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.film.Document;
import film.finalsay.film.Documents;
import film.finalsay.film.Film;
import film.finalsay.register.Asking;
import film.finalsay.register.Case;
import film.finalsay.script.reading.Script;
import film.finalsay.script.reading.ScriptFile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Drafts as they come in, with their documents. */
@Component
class DraftSubmissions {

  static final int MAX_LABEL = 40;

  /**
   * The document is on file now; its process lets go of it, so that the next does not inherit it.
   */
  static final Map<String, Object> ON_FILE = cleared();

  private static final String DOCUMENT = "document";
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  private final ScriptRepository scripts;
  private final Documents documents;
  private final Clock clock;

  DraftSubmissions(ScriptRepository scripts, Documents documents, Clock clock) {
    this.scripts = scripts;
    this.documents = documents;
    this.clock = clock;
  }

  /**
   * The draft that somebody sends, and that answers the notes on another where one was returned.
   *
   * @throws BusinessRuleException if a field is wrong, the file is no script, the draft is approved
   *     or in approval, or it is the returned draft again
   */
  SubmittedDraft read(Asking asking) {
    if (asking.amended() == null) {
      return read(asking.film(), asking.sent(), asking.requester());
    }
    ScriptDraft returned = draft(asking.amended());
    if (asking.sent().text(SubmittedDraft.DRAFT, MAX_LABEL).equals(returned.label())) {
      throw BusinessRuleException.invalid(
          "draft", "is the draft that was returned; give the new draft its own label.");
    }
    SubmittedDraft sent = read(asking.film(), asking.sent(), asking.requester());
    if (sent.document().sha256().equals(returned.document().sha256())) {
      throw BusinessRuleException.invalid(
          "document", "is the document that was returned, as %s.".formatted(returned.label()));
    }
    return sent;
  }

  /** The draft that a request is about. */
  ScriptDraft draft(Case request) {
    return scripts
        .find(request.film().id(), request.content().text(SubmittedDraft.DRAFT))
        .orElseThrow();
  }

  private SubmittedDraft read(Film film, Inputs inputs, String person) {
    Optional<AttachedFile> attached =
        inputs.any(DOCUMENT) instanceof AttachedFile file ? Optional.of(file) : Optional.empty();
    String label = inputs.text("draft", MAX_LABEL);
    String summary = inputs.longText("summary");
    LocalDate date = inputs.optionalDate("draftDate").orElse(LocalDate.now(clock));
    if (date.isBefore(EARLIEST) || date.isAfter(LocalDate.now(clock).plusYears(1))) {
      throw BusinessRuleException.invalid(
          "draftDate", "has to be a day from 1900 to a year from now.");
    }
    Integer pages = inputs.optionalOrdinal("pageCount").orElse(null);
    Optional<ScriptFile> sent = attached.map(file -> ScriptFile.read(name(file), file.content()));
    Document document = document(film, label, inputs, attached, person);
    ScriptFile file =
        sent.orElseGet(() -> ScriptFile.read(document.fileName(), documents.content(document)));
    return new SubmittedDraft(label, summary, date, pages, document, file);
  }

  /**
   * @param colour null before the lock
   */
  ScriptDraft file(Approval approval, SubmittedDraft sent, String colour, String person) {
    Optional<Script> script = sent.file().script();
    Integer pages = sent.pages() != null ? sent.pages() : script.map(Script::pages).orElse(null);
    ScriptDraft draft =
        new ScriptDraft(
            approval.filmId(),
            scripts
                .find(approval.filmId(), sent.label())
                .map(ScriptDraft::number)
                .orElseGet(() -> scripts.nextNumber(approval.filmId())),
            sent.label(),
            sent.date(),
            colour,
            sent.file().format(),
            pages,
            basis(sent, script),
            sent.document(),
            DraftState.PENDING,
            approval.key(),
            person,
            clock.instant(),
            null);
    scripts.saveSubmission(approval.key(), sent.label(), sent.summary());
    scripts.save(draft);
    return draft;
  }

  private static PagesBasis basis(SubmittedDraft sent, Optional<Script> script) {
    if (sent.pages() != null) {
      return PagesBasis.GIVEN;
    }
    return script
        .map(read -> read.measured() ? PagesBasis.COUNTED : PagesBasis.ESTIMATED)
        .orElse(null);
  }

  private static String name(AttachedFile file) {
    return file.fileName() == null ? "" : file.fileName();
  }

  private Document document(
      Film film, String label, Inputs inputs, Optional<AttachedFile> attached, String person) {
    Optional<Document> given =
        attached
            .map(
                file ->
                    documents.keep(
                        film,
                        "document",
                        file.fileName(),
                        file.mediaType(),
                        file.content(),
                        person))
            .or(() -> named(film, inputs));
    Optional<ScriptDraft> onFile = scripts.find(film.id(), label);
    onFile.ifPresent(DraftSubmissions::requireSubmittable);
    if (onFile.isPresent() && given.isPresent() && !onFile.get().document().equals(given.get())) {
      throw BusinessRuleException.invalid(
          "draft",
          "%s is on file with another document; a changed script needs a new label."
              .formatted(label));
    }
    return given
        .or(() -> onFile.map(ScriptDraft::document))
        .orElseThrow(
            () ->
                BusinessRuleException.invalid(
                    "document",
                    "is missing; attach the script, or upload it and name its SHA-256."));
  }

  private Optional<Document> named(Film film, Inputs inputs) {
    return inputs
        .optionalText("document", 64)
        .map(
            sha256 ->
                documents
                    .find(film.id(), sha256.toLowerCase(Locale.ROOT))
                    .orElseThrow(
                        () ->
                            BusinessRuleException.invalid(
                                "document",
                                "no document of %s has this SHA-256; upload it first."
                                    .formatted(film.inWords()))));
  }

  private static void requireSubmittable(ScriptDraft draft) {
    switch (draft.state()) {
      case PENDING ->
          throw BusinessRuleException.invalid(
              "draft",
              "%s is in approval already, as %s.".formatted(draft.label(), draft.approvalKey()));
      case APPROVED, SUPERSEDED ->
          throw BusinessRuleException.invalid(
              "draft",
              "%s was approved; a changed script needs a new label.".formatted(draft.label()));
      case RETURNED, REJECTED, WITHDRAWN, OVERTURNED -> {
        // may be submitted again
      }
    }
  }

  private static Map<String, Object> cleared() {
    Map<String, Object> variables = new HashMap<>();
    for (String field :
        List.of(
            SubmittedDraft.DRAFT, SubmittedDraft.SUMMARY, "draftDate", "pageCount", "document")) {
      variables.put(field, null);
    }
    return Collections.unmodifiableMap(variables);
  }
}
