package film.finalsay.script;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.AttachedFile;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Filing;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.film.Film;
import film.finalsay.film.FilmScripts;
import film.finalsay.film.Films;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.RecordedAnswers;
import film.finalsay.register.Settlements;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Script drafts from submission to approval. */
@Service
@Transactional
public class ScriptApprovals implements FilmScripts {

  private final ScriptRepository scripts;
  private final DraftSubmissions submissions;
  private final LockedScripts locked;
  private final Films films;
  private final ApprovalRegister register;
  private final Settlements settlements;
  private final RecordedAnswers answers;
  private final GreenlightConsents consents;
  private final Clock clock;

  ScriptApprovals(
      ScriptRepository scripts,
      DraftSubmissions submissions,
      LockedScripts locked,
      Films films,
      ApprovalRegister register,
      Settlements settlements,
      RecordedAnswers answers,
      GreenlightConsents consents,
      Clock clock) {
    this.scripts = scripts;
    this.submissions = submissions;
    this.locked = locked;
    this.films = films;
    this.register = register;
    this.settlements = settlements;
    this.answers = answers;
    this.consents = consents;
    this.clock = clock;
  }

  /** A draft as it was submitted in an approval. */
  public record Filed(Approval approval, ScriptDraft draft, String summary) {}

  /**
   * Files a draft for approval.
   *
   * @param attached the document, if it came along; otherwise the input {@code document} names it,
   *     or the draft is on file already
   * @throws BusinessRuleException if a field is wrong, the draft is approved or in approval, or
   *     this person may not ask
   */
  public Filed file(Inputs inputs, Optional<AttachedFile> attached, Filing filing) {
    Film film = films.lock(films.byInput(inputs.text("film", 12)).id());
    films.submitterRole(filing.requester(), film);
    locked.requireUnlocked(film);
    SubmittedDraft sent = submissions.read(film, inputs, attached, filing.requester());
    Approval approval =
        register.file(
            ApprovalKind.SCRIPT_APPROVAL, film, filing, subject(sent.label(), film), null);
    ScriptDraft draft = submissions.file(approval, sent, null, filing.requester());
    register.requested(approval, asked(approval));
    return new Filed(approval, draft, sent.summary());
  }

  /**
   * Files the draft that answers the notes on an earlier one.
   *
   * @throws BusinessRuleException if a field is wrong, or it is the returned draft again
   */
  public Filed revise(Inputs inputs, Optional<AttachedFile> attached, String processInstanceId) {
    Approval approval = register.carriedBy(processInstanceId);
    Film film = films.lock(approval.filmId());
    ScriptDraft returned = current(approval);
    locked.requireUnlocked(film);
    SubmittedDraft sent =
        submissions.answer(returned, film, inputs, attached, approval.requester());
    Approval amended = register.amend(approval, subject(sent.label(), film), null);
    ScriptDraft draft = submissions.file(amended, sent, null, approval.requester());
    register.amended(amended, asked(amended));
    return new Filed(amended, draft, sent.summary());
  }

  /**
   * Marks exactly the submitted draft as the film's approved script.
   *
   * @throws BusinessRuleException (conflict) if another is, or the script has been locked meanwhile
   */
  public void approve(String processInstanceId) {
    Film film = films.lock(register.carriedBy(processInstanceId).filmId());
    locked.requireUnlocked(film);
    requireNoneApproved(film.id());
    Approval approval =
        settlements.approve(
            processInstanceId,
            ApprovalKind.SCRIPT_APPROVAL,
            Role.EXECUTIVE_PRODUCER,
            consents.required(processInstanceId));
    ScriptDraft draft = current(approval);
    scripts.save(draft.approved(clock.instant()));
    settlements.tookEffect(
        approval, Map.of("approvedScript", draft.label(), "document", draft.document().sha256()));
  }

  private List<Role> asked(Approval approval) {
    return consents.after(List.of(Role.PRODUCER, Role.EXECUTIVE_PRODUCER), approval);
  }

  /** The draft is the approved script no more: its approval was opened again, or became void. */
  public void overturn(Approval approval) {
    scripts.save(current(approval).overturned());
  }

  /**
   * @throws BusinessRuleException (conflict) if the script is locked: the lock has to be opened
   *     again before
   */
  @Transactional(readOnly = true)
  public void requireReopenable(Approval approval) {
    locked
        .lockedBy(approval.filmId())
        .ifPresent(
            lock -> {
              throw BusinessRuleException.conflict(
                  "The script of %s is locked for shooting: %s has to be opened again first."
                      .formatted(approval.filmId(), lock));
            });
  }

  /** Records that the director gave no answer; a consultation cannot block. */
  public void directorWasSilent(String processInstanceId, String step, String stepName) {
    answers.recordSilence(processInstanceId, step, stepName, Role.DIRECTOR, Outcome.SILENCE, "");
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

  /**
   * Why the draft of an approval cannot be approved as things stand: for those who are asked about
   * it, who are not to learn it from a refusal at the end. Empty if it can.
   */
  String keptFromApproval(Approval approval) {
    int number = current(approval).number();
    return scripts
        .findApproved(approval.filmId())
        .filter(approved -> approved.number() != number)
        .map(approved -> keptBy(approved, locked.lockedBy(approval.filmId())))
        .orElse("");
  }

  private static String keptBy(ScriptDraft approved, Optional<String> lock) {
    return lock.map(
            by ->
                ("The script is locked for shooting, by %s. What changes now comes as a revision set: no"
                        + " other draft is approved while the lock stands.")
                    .formatted(by))
        .orElseGet(
            () ->
                ("%s is the approved script. Another draft can be reviewed meanwhile, and is"
                        + " approved only once a reopening has opened %s again.")
                    .formatted(approved.label(), approved.label()));
  }

  private void requireNoneApproved(String filmId) {
    scripts
        .findApproved(filmId)
        .ifPresent(
            approved -> {
              throw BusinessRuleException.conflict(
                  "%s is the approved script of %s, by %s; a reopening has to open it again first."
                      .formatted(approved.label(), filmId, approved.approvalKey()));
            });
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
