package film.finalsay.script;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Endorsement;
import film.finalsay.approval.Filing;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.Settlements;
import film.finalsay.script.reading.Script;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lock of the approved script for shooting: from then on its scene numbers stand. */
@Service
@Transactional
public class ScriptLocks {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

  private final ScriptLockRepository locks;
  private final ScriptRevisionRepository revisions;
  private final ScriptLockCheck check;
  private final LockedScripts locked;
  private final ScriptRepository scripts;
  private final ScriptDrafts drafts;
  private final ScriptColours colours;
  private final Films films;
  private final ApprovalRegister register;
  private final Settlements settlements;
  private final Clock clock;

  ScriptLocks(
      ScriptLockRepository locks,
      ScriptRevisionRepository revisions,
      ScriptLockCheck check,
      LockedScripts locked,
      ScriptRepository scripts,
      ScriptDrafts drafts,
      ScriptColours colours,
      Films films,
      ApprovalRegister register,
      Settlements settlements,
      Clock clock) {
    this.locks = locks;
    this.revisions = revisions;
    this.check = check;
    this.locked = locked;
    this.scripts = scripts;
    this.drafts = drafts;
    this.colours = colours;
    this.films = films;
    this.register = register;
    this.settlements = settlements;
    this.clock = clock;
  }

  /**
   * A request as it is on file.
   *
   * @param needsEndorsement whether it comes from below a producer, who then endorses it first
   */
  public record Filed(
      Approval approval, ScriptDraft draft, ScriptLock lock, boolean needsEndorsement) {}

  /**
   * @throws BusinessRuleException if a field is wrong, the draft cannot be locked, or this person
   *     may not ask
   */
  public Filed file(Inputs inputs, Filing filing) {
    Film film = films.lock(films.byInput(inputs.text("film", 12)).id());
    films.submitterRole(filing.requester(), film);
    ScriptDraft draft = draft(film, inputs);
    ScriptLock lock = read(draft, inputs);
    check.require(film, draft);
    Approval approval =
        register.file(ApprovalKind.SCRIPT_LOCK, film, filing, subject(film, draft), null);
    locks.save(approval.key(), film.id(), lock);
    Filed filed = new Filed(approval, draft, lock, approval.requesterRole().isBelowProducer());
    register.requested(approval, Endorsement.rolesAsked(filed.needsEndorsement()));
    return filed;
  }

  /** Asks for the same or another draft from now on; the number and the history stay. */
  public Filed amend(Inputs inputs, String processInstanceId) {
    Approval approval = register.carriedBy(processInstanceId);
    Film film = films.lock(approval.filmId());
    ScriptDraft draft = draft(film, inputs);
    ScriptLock lock = read(draft, inputs);
    check.require(film, draft);
    Approval amended = register.amend(approval, subject(film, draft), null);
    locks.save(amended.key(), film.id(), lock);
    register.amended(amended);
    return new Filed(
        amended, draft, lock, Endorsement.isNeeded(amended, register.decisions(amended.key())));
  }

  /**
   * Approves, and in the same transaction locks the script and fixes its scene numbers. Only the
   * executive producer's own answer locks a script.
   *
   * @throws BusinessRuleException (conflict) if that answer is not on record, or the draft cannot
   *     be locked any more; nothing is locked then
   */
  public void lock(String processInstanceId) {
    Film film = films.lock(register.carriedBy(processInstanceId).filmId());
    Approval approval =
        settlements.approve(
            processInstanceId, ApprovalKind.SCRIPT_LOCK, Role.EXECUTIVE_PRODUCER, Set.of());
    ScriptDraft draft = byNumber(film, onFile(approval));
    Script script = check.require(film, draft);
    locks.locked(approval.key(), clock.instant());
    locked.fix(film.id(), script);
    String colour = colours.of(0);
    scripts.save(draft.on(colour));
    settlements.tookEffect(
        approval,
        Map.of(
            "lockedScript", draft.label(),
            "document", draft.document().sha256(),
            "colour", colour,
            "scenes", String.valueOf(script.scenes().size())));
  }

  /**
   * Unlocks the script, when its lock was opened again or became void; not while revision sets go
   * by its numbers.
   */
  public void overturn(Approval approval) {
    films.lock(approval.filmId());
    if (revisions.standing(approval.filmId()).isEmpty()) {
      locks.unlocked(approval.key());
    }
  }

  /**
   * @throws BusinessRuleException (conflict) if a revision set goes by its numbers
   */
  @Transactional(readOnly = true)
  public void requireReopenable(Approval approval) {
    revisions
        .standing(approval.filmId())
        .ifPresent(
            set -> {
              throw BusinessRuleException.conflict(
                  "%s goes by the locked scene numbers: what has to change comes as a revision set."
                      .formatted(set));
            });
  }

  /** The draft that an approval locks. */
  @Transactional(readOnly = true)
  public ScriptDraft draft(Approval approval) {
    return byNumber(films.byInput(approval.filmId()), onFile(approval));
  }

  /** The request that is on file for an approval. */
  @Transactional(readOnly = true)
  public ScriptLock onFile(Approval approval) {
    return locks.find(approval.key()).orElseThrow();
  }

  /** The whole of what is asked for, as texts by name: the draft by its document. */
  @Transactional(readOnly = true)
  public Map<String, String> subject(Approval approval) {
    ScriptLock lock = onFile(approval);
    ScriptDraft draft = byNumber(films.byInput(approval.filmId()), lock);
    return Map.of(
        "film", approval.filmId(),
        "draft", draft.label(),
        "document", draft.document().sha256(),
        "note", lock.note());
  }

  ScriptDraft byNumber(Film film, ScriptLock lock) {
    return drafts.byNumber(film, lock.draft());
  }

  /** By its label, as everywhere, or by its number; a label that is a number counts as a label. */
  private ScriptDraft draft(Film film, Inputs inputs) {
    String named =
        inputs
            .optionalText("draft", DraftSubmissions.MAX_LABEL)
            .orElseThrow(
                () ->
                    BusinessRuleException.invalid(
                        "draft",
                        "is missing; the label of the approved draft, or its number, is needed."));
    return scripts
        .find(film.id(), named)
        .or(() -> byNumber(film, named))
        .orElseThrow(
            () ->
                BusinessRuleException.invalid(
                    "draft",
                    ("%s has no script draft with the label or the number \"%s\"; a label such as"
                            + " Draft 2 or a number such as 2 is needed.")
                        .formatted(film.inWords(), named)));
  }

  private Optional<ScriptDraft> byNumber(Film film, String named) {
    return NUMBER.matcher(named).matches()
        ? drafts.find(film.id(), Integer.parseInt(named))
        : Optional.empty();
  }

  private static ScriptLock read(ScriptDraft draft, Inputs inputs) {
    return new ScriptLock(draft.number(), inputs.optionalLongText("note").orElse(""));
  }

  private static String subject(Film film, ScriptDraft draft) {
    return "Lock %s as the shooting script of %s".formatted(draft.label(), film.title());
  }
}
