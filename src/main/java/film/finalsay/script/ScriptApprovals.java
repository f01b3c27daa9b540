package film.finalsay.script;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Filing;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Refusal;
import film.finalsay.approval.Role;
import film.finalsay.film.Document;
import film.finalsay.film.Documents;
import film.finalsay.film.Film;
import film.finalsay.film.FilmScripts;
import film.finalsay.film.Films;
import film.finalsay.register.ApprovalRegister;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Script drafts from submission to approval. */
@Service
@Transactional
public class ScriptApprovals implements FilmScripts {

  private static final int MAX_LABEL = 40;
  private static final int MAX_SUMMARY = 2000;

  private final ScriptRepository scripts;
  private final Documents documents;
  private final Films films;
  private final ApprovalRegister register;
  private final Clock clock;

  ScriptApprovals(
      ScriptRepository scripts,
      Documents documents,
      Films films,
      ApprovalRegister register,
      Clock clock) {
    this.scripts = scripts;
    this.documents = documents;
    this.films = films;
    this.register = register;
    this.clock = clock;
  }

  /** A draft as it was submitted in an approval. */
  public record Filed(Approval approval, ScriptDraft draft, String summary) {}

  /**
   * Files a draft for approval.
   *
   * @param attached the document, if it came along; otherwise the input {@code document} names it,
   *     or the draft is on file already
   * @throws Refusal if a field is wrong, the draft is approved or in approval, or this person may
   *     not ask
   */
  public Filed file(Inputs inputs, Optional<AttachedFile> attached, Filing filing) {
    Film film = films.lock(films.byInput(inputs.text("film", 12)).id());
    films.submitterRole(filing.requester(), film);
    String label = inputs.text("draft", MAX_LABEL);
    String summary = inputs.text("summary", MAX_SUMMARY);
    Document document = document(film, label, inputs, attached, filing.requester());
    Approval approval =
        register.file(ApprovalKind.SCRIPT_APPROVAL, film, filing, subject(label, film), null);
    Filed filed = submit(approval, label, document, summary, filing.requester());
    register.requested(approval, List.of(Role.PRODUCER, Role.EXECUTIVE_PRODUCER));
    return filed;
  }

  /**
   * Files the draft that answers the notes on an earlier one.
   *
   * @throws Refusal if a field is wrong, or it is the returned draft again
   */
  public Filed revise(Inputs inputs, Optional<AttachedFile> attached, String processInstanceId) {
    Approval approval = register.carriedBy(processInstanceId);
    Film film = films.lock(approval.filmId());
    ScriptDraft returned = current(approval);
    String label = inputs.text("draft", MAX_LABEL);
    String summary = inputs.text("summary", MAX_SUMMARY);
    if (label.equals(returned.label())) {
      throw Refusal.invalid(
          "draft", "is the draft that was returned; give the new draft its own label.");
    }
    Document document = document(film, label, inputs, attached, approval.requester());
    if (document.sha256().equals(returned.document().sha256())) {
      throw Refusal.invalid(
          "document", "is the document that was returned, as %s.".formatted(returned.label()));
    }
    Approval amended = register.amend(approval, subject(label, film), null);
    Filed filed = submit(amended, label, document, summary, approval.requester());
    register.amended(amended);
    return filed;
  }

  /**
   * Marks exactly the submitted draft as the film's approved script.
   *
   * @throws Refusal (conflict) if another is
   */
  public void approve(String processInstanceId) {
    films.lock(register.carriedBy(processInstanceId).filmId());
    requireNoneApproved(register.carriedBy(processInstanceId).filmId());
    Approval approval =
        register.approve(
            processInstanceId, ApprovalKind.SCRIPT_APPROVAL, Role.EXECUTIVE_PRODUCER, Set.of());
    ScriptDraft draft = current(approval);
    scripts.save(in(DraftState.APPROVED, draft));
    register.tookEffect(
        approval, Map.of("approvedScript", draft.label(), "document", draft.document().sha256()));
  }

  /** The draft is the approved script no more: its approval was opened again, or became void. */
  public void overturn(Approval approval) {
    scripts.save(in(DraftState.OVERTURNED, current(approval)));
  }

  /** Records that the director gave no answer; a consultation cannot block. */
  public void directorWasSilent(String processInstanceId, String step, String stepName) {
    register.recordSilence(processInstanceId, step, stepName, Role.DIRECTOR, Outcome.SILENCE, "");
  }

  /** The draft that an approval is about. */
  @Transactional(readOnly = true)
  public ScriptDraft current(Approval approval) {
    return scripts
        .find(approval.filmId(), scripts.submission(approval.key()).label())
        .orElseThrow();
  }

  /** The whole of what is asked for, as texts by name. */
  @Transactional(readOnly = true)
  public Map<String, String> subject(Approval approval) {
    ScriptDraft draft = current(approval);
    return Map.of(
        "film", approval.filmId(),
        "draft", draft.label(),
        "document", draft.document().sha256(),
        "summary", summary(approval));
  }

  @Transactional(readOnly = true)
  public Optional<ScriptDraft> approved(String filmId) {
    return scripts.findApproved(filmId);
  }

  /** The latest first. */
  @Transactional(readOnly = true)
  public List<ScriptDraft> all(String filmId, int limit, long offset) {
    return scripts.findAll(filmId, limit, offset);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<DraftSummary> draft(String filmId, String label) {
    return scripts
        .find(filmId, label)
        .map(
            draft ->
                new DraftSummary(
                    draft.label(),
                    draft.state() == DraftState.APPROVED,
                    draft.document().sha256(),
                    draft.approvalKey()));
  }

  private Filed submit(
      Approval approval, String label, Document document, String summary, String person) {
    ScriptDraft draft =
        new ScriptDraft(
            approval.filmId(),
            label,
            document,
            DraftState.PENDING,
            approval.key(),
            person,
            clock.instant(),
            null);
    scripts.saveSubmission(approval.key(), label, summary);
    scripts.save(draft);
    return new Filed(approval, draft, summary);
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
    onFile.ifPresent(ScriptApprovals::requireSubmittable);
    if (onFile.isPresent() && given.isPresent() && !onFile.get().document().equals(given.get())) {
      throw Refusal.invalid(
          "draft",
          "%s is on file with another document; a changed script needs a new label."
              .formatted(label));
    }
    return given
        .or(() -> onFile.map(ScriptDraft::document))
        .orElseThrow(
            () ->
                Refusal.invalid(
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
                            Refusal.invalid(
                                "document",
                                "no document of %s has this SHA-256; upload it first."
                                    .formatted(film.inWords()))));
  }

  private void requireNoneApproved(String filmId) {
    scripts
        .findApproved(filmId)
        .ifPresent(
            approved -> {
              throw Refusal.conflict(
                  "%s is the approved script of %s, by %s; a reopening has to open it again first."
                      .formatted(approved.label(), filmId, approved.approvalKey()));
            });
  }

  private static void requireSubmittable(ScriptDraft draft) {
    switch (draft.state()) {
      case PENDING ->
          throw Refusal.invalid(
              "draft",
              "%s is in approval already, as %s.".formatted(draft.label(), draft.approvalKey()));
      case APPROVED, SUPERSEDED ->
          throw Refusal.invalid(
              "draft",
              "%s was approved; a changed script needs a new label.".formatted(draft.label()));
      case RETURNED, REJECTED, WITHDRAWN, OVERTURNED -> {
        // may be submitted again
      }
    }
  }

  private ScriptDraft in(DraftState state, ScriptDraft draft) {
    return new ScriptDraft(
        draft.filmId(),
        draft.label(),
        draft.document(),
        state,
        draft.approvalKey(),
        draft.submittedBy(),
        draft.submittedAt(),
        state == DraftState.APPROVED ? clock.instant() : draft.approvedAt());
  }

  private static String subject(String label, Film film) {
    return "Approve %s as the script of %s".formatted(label, film.title());
  }

  /** What changed in the draft that an approval is about, in the submitter's words. */
  @Transactional(readOnly = true)
  public String summary(Approval approval) {
    return scripts.submission(approval.key()).summary();
  }
}
