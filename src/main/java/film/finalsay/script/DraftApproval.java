package film.finalsay.script;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.Approval;
import film.finalsay.approval.AttachedFile;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.GreenlightPart;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Role;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.film.Document;
import film.finalsay.film.Documents;
import film.finalsay.film.Film;
import film.finalsay.register.Asking;
import film.finalsay.register.Case;
import film.finalsay.register.Content;
import film.finalsay.register.RequestKind;
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
import java.util.Set;

/** Asks to approve a draft, which comes in with its document. */
abstract class DraftApproval implements RequestKind {

  static final int MAX_LABEL = 40;

  private static final String DRAFT = "draft";
  private static final String DOCUMENT = "document";
  private static final String SUMMARY = "summary";
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  final ScriptRepository scripts;
  final Clock clock;
  private final Documents documents;
  private final DraftTexts texts;
  private final GreenlightConsents consents;

  DraftApproval(
      ScriptRepository scripts,
      Documents documents,
      DraftTexts texts,
      GreenlightConsents consents,
      Clock clock) {
    this.scripts = scripts;
    this.documents = documents;
    this.texts = texts;
    this.consents = consents;
    this.clock = clock;
  }

  /**
   * A draft as somebody sent it, looked through and fit to be filed.
   *
   * @param summary what changed, in the sender's words
   * @param pages null if the sender does not say
   */
  record Sent(
      String label,
      String summary,
      LocalDate date,
      Integer pages,
      Document document,
      ScriptFile file) {

    Content content() {
      return Content.of(DRAFT, label).with(SUMMARY, summary);
    }
  }

  /**
   * The draft that somebody sends, and that answers the notes on another where one was returned.
   *
   * @throws BusinessRuleException if a field is wrong, the file is no script, the draft is approved
   *     or in approval, or it is the returned draft again
   */
  final Sent read(Asking asking) {
    if (asking.amended() == null) {
      return read(asking.film(), asking.sent(), asking.requester());
    }
    ScriptDraft returned = scripts.of(asking.amended());
    if (asking.sent().text(DRAFT, MAX_LABEL).equals(returned.label())) {
      throw invalid(DRAFT, "is the draft that was returned; give the new draft its own label.");
    }
    Sent sent = read(asking.film(), asking.sent(), asking.requester());
    if (sent.document().sha256().equals(returned.document().sha256())) {
      throw invalid(DOCUMENT, "is the document that was returned, as %s.", returned.label());
    }
    return sent;
  }

  private Sent read(Film film, Inputs inputs, String person) {
    AttachedFile attached = inputs.any(DOCUMENT) instanceof AttachedFile file ? file : null;
    String label = inputs.text(DRAFT, MAX_LABEL);
    String summary = inputs.longText(SUMMARY);
    LocalDate today = LocalDate.now(clock);
    LocalDate date = inputs.optionalDate("draftDate").orElse(today);
    if (date.isBefore(EARLIEST) || date.isAfter(today.plusYears(1))) {
      throw invalid("draftDate", "has to be a day from 1900 to a year from now.");
    }
    Integer pages = inputs.optionalOrdinal("pageCount").orElse(null);
    Document document;
    ScriptFile file;
    if (attached == null) {
      document = document(label, named(film, inputs), scripts.find(film.id(), label));
      file = ScriptFile.read(document.fileName(), documents.content(document));
    } else {
      String name = attached.fileName() == null ? "" : attached.fileName();
      file = ScriptFile.read(name, attached.content());
      Document kept =
          documents.keep(
              film,
              DOCUMENT,
              attached.fileName(),
              attached.mediaType(),
              attached.content(),
              person);
      document = document(label, Optional.of(kept), scripts.find(film.id(), label));
    }
    return new Sent(label, summary, date, pages, document, file);
  }

  private Optional<Document> named(Film film, Inputs inputs) {
    return inputs
        .optionalText(DOCUMENT, 64)
        .map(sha256 -> documents.named(film, DOCUMENT, sha256.toLowerCase(Locale.ROOT)));
  }

  private static Document document(
      String label, Optional<Document> given, Optional<ScriptDraft> onFile) {
    onFile.ifPresent(DraftApproval::requireSubmittable);
    Optional<Document> known = onFile.map(ScriptDraft::document);
    if (known.isPresent() && given.isPresent() && !known.equals(given)) {
      throw invalid(
          DRAFT, "%s is on file with another document; a changed script needs a new label.", label);
    }
    return given
        .or(() -> known)
        .orElseThrow(
            () ->
                invalid(
                    DOCUMENT, "is missing; attach the script, or upload it and name its SHA-256."));
  }

  private static void requireSubmittable(ScriptDraft draft) {
    if (draft.state() == DraftState.PENDING) {
      throw invalid(DRAFT, "%s is in approval already, as %s.", draft.label(), draft.approvalKey());
    } else if (draft.wasApproved()) {
      throw invalid(DRAFT, "%s was approved; a changed script needs a new label.", draft.label());
    }
  }

  /**
   * @param colour null before the lock
   */
  final void file(Approval approval, Sent sent, String colour, String person) {
    Optional<Script> script = sent.file().script();
    Integer counted = script.map(Script::pages).orElse(null);
    PagesBasis basis =
        script
            .map(read -> read.measured() ? PagesBasis.COUNTED : PagesBasis.ESTIMATED)
            .orElse(null);
    scripts.saveSubmission(approval.key(), sent.label(), sent.summary());
    scripts.save(
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
            sent.pages() == null ? counted : sent.pages(),
            sent.pages() == null ? basis : PagesBasis.GIVEN,
            sent.document(),
            DraftState.PENDING,
            approval.key(),
            person,
            clock.instant(),
            null));
  }

  @Override
  public List<Role> rolesAsked(Case request) {
    return consents.after(List.of(Role.PRODUCER, Role.EXECUTIVE_PRODUCER), request);
  }

  @Override
  public Set<Role> consents(Case request) {
    return consents.required(request);
  }

  /** The document is on file; its process lets go of it, so that the next does not inherit it. */
  @Override
  public Map<String, Object> variables(Case request) {
    Map<String, Object> cleared = new HashMap<>();
    List.of(DRAFT, SUMMARY, "draftDate", "pageCount", DOCUMENT)
        .forEach(field -> cleared.put(field, null));
    return Collections.unmodifiableMap(cleared);
  }

  @Override
  public Map<String, String> subject(Case request) {
    Map<String, String> subject = RequestKind.super.subject(request);
    subject.put(DOCUMENT, scripts.of(request).document().sha256());
    return subject;
  }

  @Override
  public Map<String, String> brief(Case request) {
    Map<String, String> briefing =
        texts.of(request, scripts.of(request), request.content().text(SUMMARY));
    briefing.put("consentsText", consents.inWords(request));
    return briefing;
  }

  @Override
  public Set<String> documents(Case request) {
    return Set.of(scripts.of(request).document().sha256());
  }

  @Override
  public Optional<GreenlightPart> changes(Case request) {
    return Optional.of(GreenlightPart.SCRIPT);
  }

  @Override
  public void overturned(Case request) {
    scripts.save(scripts.of(request).overturned());
  }
}
