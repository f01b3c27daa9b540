package film.finalsay.script;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Filing;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Refusal;
import film.finalsay.approval.Role;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.Recitals;
import film.finalsay.register.Settlements;
import film.finalsay.script.reading.Script;
import film.finalsay.script.reading.ScriptDifference;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Revision sets of a locked script. One is under way at a time: the next goes by the numbers and on
 * the colour after it.
 */
@Service
@Transactional
public class ScriptRevisions {

  private static final int MOST_OF_A_FACT = 4000;

  private final ScriptRevisionRepository revisions;
  private final DraftSubmissions submissions;
  private final ScriptRepository scripts;
  private final ScriptDrafts drafts;
  private final LockedScripts locked;
  private final RevisionRules rules;
  private final ScriptColours colours;
  private final Films films;
  private final ApprovalRegister register;
  private final Settlements settlements;
  private final Recitals recitals;
  private final GreenlightConsents consents;
  private final Clock clock;

  ScriptRevisions(
      ScriptRevisionRepository revisions,
      DraftSubmissions submissions,
      ScriptRepository scripts,
      ScriptDrafts drafts,
      LockedScripts locked,
      RevisionRules rules,
      ScriptColours colours,
      Films films,
      ApprovalRegister register,
      Settlements settlements,
      Recitals recitals,
      GreenlightConsents consents,
      Clock clock) {
    this.revisions = revisions;
    this.submissions = submissions;
    this.scripts = scripts;
    this.drafts = drafts;
    this.locked = locked;
    this.rules = rules;
    this.colours = colours;
    this.films = films;
    this.register = register;
    this.settlements = settlements;
    this.recitals = recitals;
    this.consents = consents;
    this.clock = clock;
  }

  /**
   * A request as it is on file.
   *
   * @param consents the parties to a greenlight that recites the script; empty if there is none
   */
  public record Filed(Approval approval, List<Role> consents) {}

  /**
   * Files a revision set on the next colour.
   *
   * @throws Refusal if a field is wrong, the script is not locked, another set is under way, the
   *     set does not keep to the locked numbers, or this person may not ask
   */
  public Filed file(Inputs inputs, Optional<AttachedFile> attached, Filing filing) {
    Film film = films.lock(films.byInput(inputs.text("film", 12)).id());
    films.submitterRole(filing.requester(), film);
    locked.requireLocked(film);
    revisions
        .open(film.id())
        .ifPresent(
            other -> {
              throw Refusal.conflict(
                  "A revision set of %s is under way, %s: one at a time."
                      .formatted(film.inWords(), other));
            });
    SubmittedDraft sent = submissions.read(film, inputs, attached, filing.requester());
    ScriptDraft current = current(film);
    requireRevises(film, current, sent);
    String colour = colours.of(revisions.everApproved(film.id()) + 1);
    Approval approval =
        register.file(
            ApprovalKind.SCRIPT_REVISION, film, filing, subject(sent, colour, film), null);
    revisions.insert(approval.key(), film.id(), new ScriptRevision(current.number(), colour));
    submissions.file(approval, sent, colour, filing.requester());
    List<Role> parties = consents.ask(approval, recitals.isGreenlit(approval));
    List<Role> asked = new ArrayList<>(List.of(Role.PRODUCER, Role.EXECUTIVE_PRODUCER));
    asked.addAll(parties);
    register.requested(approval, asked);
    return new Filed(approval, parties);
  }

  /**
   * Files the set that answers the notes on an earlier one, on the same colour.
   *
   * @throws Refusal as for the first, or if it is the returned set again
   */
  public Filed revise(Inputs inputs, Optional<AttachedFile> attached, String processInstanceId) {
    Approval approval = register.carriedBy(processInstanceId);
    Film film = films.lock(approval.filmId());
    locked.requireLocked(film);
    ScriptDraft returned = draft(approval);
    SubmittedDraft sent =
        submissions.answer(returned, film, inputs, attached, approval.requester());
    ScriptRevision revision = revisions.find(approval.key());
    requireRevises(film, base(approval, revision), sent);
    Approval amended = register.amend(approval, subject(sent, revision.colour(), film), null);
    submissions.file(amended, sent, revision.colour(), approval.requester());
    List<Role> parties = consents.ask(amended, recitals.isGreenlit(amended));
    register.amended(amended);
    return new Filed(amended, parties);
  }

  /**
   * Makes the set the film's current script, and its numbers those that stand.
   *
   * @throws Refusal (conflict) if the executive producer's answer or a consent is not on record, or
   *     the script that it revises is not the current one any more
   */
  public void approve(String processInstanceId) {
    Film film = films.lock(register.carriedBy(processInstanceId).filmId());
    locked.requireLocked(film);
    Approval approval =
        settlements.approve(
            processInstanceId,
            ApprovalKind.SCRIPT_REVISION,
            Role.EXECUTIVE_PRODUCER,
            Set.copyOf(consents.asked(register.carriedBy(processInstanceId))));
    ScriptRevision revision = revisions.find(approval.key());
    ScriptDraft base = base(approval, revision);
    ScriptDraft draft = draft(approval);
    Script script = drafts.scenes(draft);
    rules.require(locked.scenes(film.id()), LockedScripts.numbered(drafts.scenes(base)), script);
    ScriptDifference difference = drafts.difference(base, draft).difference();
    scripts.save(base.superseded());
    scripts.save(draft.approved(clock.instant()));
    locked.fix(film.id(), script);
    Map<String, String> facts = new HashMap<>();
    facts.put("approvedScript", draft.label());
    facts.put("colour", revision.colour());
    facts.put("document", draft.document().sha256());
    facts.put("supersededScript", base.label());
    facts.put("changedScenes", changedScenes(difference));
    settlements.tookEffect(approval, facts);
  }

  /**
   * Stands before a yes to a set.
   *
   * @throws Refusal (conflict) if the script has been greenlit meanwhile, and a party is not asked
   */
  @Transactional(readOnly = true)
  public void requireConsentsAsked(Approval approval) {
    consents.requireAsked(approval, recitals.isGreenlit(approval));
  }

  /**
   * Takes a set back, when its approval became void: what it revised is the current script again.
   * Copies of the set are out, so its scene numbers and its colour stay used.
   */
  public void overturn(Approval approval) {
    Film film = films.lock(approval.filmId());
    scripts.save(draft(approval).overturned());
    ScriptDraft base = revised(approval);
    if (base.state() == DraftState.SUPERSEDED && scripts.findApproved(film.id()).isEmpty()) {
      scripts.save(base.approved(base.approvedAt()));
      locked.restore(film.id(), LockedScripts.numbered(drafts.scenes(base)));
    }
  }

  /**
   * @throws Refusal (conflict) always: copies are out, and the next set says what changes
   */
  public void requireReopenable(Approval approval) {
    throw Refusal.conflict(
        "%s is issued: what has to change comes as the next revision set."
            .formatted(draft(approval).label()));
  }

  /** The draft that a set revises. */
  @Transactional(readOnly = true)
  public ScriptDraft revised(Approval approval) {
    return scripts.find(approval.filmId(), revisions.find(approval.key()).base()).orElseThrow();
  }

  /** The set that an approval is about. */
  @Transactional(readOnly = true)
  public ScriptDraft draft(Approval approval) {
    return scripts
        .find(approval.filmId(), scripts.submission(approval.key()).label())
        .orElseThrow();
  }

  /** The whole of what is asked for, as texts by name. */
  @Transactional(readOnly = true)
  public Map<String, String> subject(Approval approval) {
    ScriptDraft draft = draft(approval);
    ScriptRevision revision = revisions.find(approval.key());
    Map<String, String> subject = new HashMap<>();
    subject.put("film", approval.filmId());
    subject.put("draft", draft.label());
    subject.put("document", draft.document().sha256());
    subject.put("summary", summary(approval));
    subject.put("colour", revision.colour());
    subject.put("revises", revised(approval).document().sha256());
    consents.tell(approval, subject);
    return subject;
  }

  String summary(Approval approval) {
    return scripts.submission(approval.key()).summary();
  }

  private void requireRevises(Film film, ScriptDraft base, SubmittedDraft sent) {
    Script script =
        sent.file()
            .script()
            .orElseThrow(
                () ->
                    Refusal.invalid(
                        "document",
                        "is a PDF, whose scene numbers are not read; a revision set comes as Fountain"
                            + " or Final Draft."));
    Script current = LockedScripts.numbered(drafts.scenes(base));
    rules.require(locked.scenes(film.id()), current, script);
    if (ScriptDifference.between(current, script, true).isEmpty()) {
      throw Refusal.invalid(
          "document", "changes nothing in the current script, %s.".formatted(base.label()));
    }
  }

  private ScriptDraft current(Film film) {
    return scripts
        .findApproved(film.id())
        .orElseThrow(
            () -> Refusal.conflict("%s has no approved script.".formatted(film.inWords())));
  }

  private ScriptDraft base(Approval approval, ScriptRevision revision) {
    ScriptDraft base = scripts.find(approval.filmId(), revision.base()).orElseThrow();
    if (base.state() != DraftState.APPROVED) {
      throw Refusal.conflict(
          "%s revises %s, which is not the current script any more."
              .formatted(approval.key(), base.label()));
    }
    return base;
  }

  private static String changedScenes(ScriptDifference difference) {
    String scenes =
        difference.changed().stream()
            .map(one -> one.scene().name())
            .collect(Collectors.joining(","));
    return scenes.length() <= MOST_OF_A_FACT ? scenes : scenes.substring(0, MOST_OF_A_FACT) + "…";
  }

  private static String subject(SubmittedDraft sent, String colour, Film film) {
    return "Approve %s as the %s revision of the script of %s"
        .formatted(sent.label(), colour, film.title());
  }
}
