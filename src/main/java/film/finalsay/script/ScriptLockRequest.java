package film.finalsay.script;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Scope;
import film.finalsay.film.Film;
import film.finalsay.register.Asking;
import film.finalsay.register.Case;
import film.finalsay.register.Content;
import film.finalsay.register.Declaration;
import film.finalsay.register.Declaration.Trait;
import film.finalsay.register.RequestKind;
import film.finalsay.register.Submission;
import film.finalsay.script.reading.Script;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Asks to lock the approved script for shooting: from then on its scene numbers stand. Only the
 * executive producer's own answer locks a script.
 */
@Component
class ScriptLockRequest implements RequestKind {

  private static final String DRAFT = "draft";
  private static final String NOTE = "note";
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

  private final ScriptLockBriefing briefing;
  private final RevisedScripts revised;
  private final LockedScripts locked;
  private final ScriptRepository scripts;
  private final ScriptDrafts drafts;
  private final Clearances clearances;
  private final ScriptColours colours;
  private final Clock clock;

  ScriptLockRequest(
      ScriptLockBriefing briefing,
      RevisedScripts revised,
      LockedScripts locked,
      ScriptRepository scripts,
      ScriptDrafts drafts,
      Clearances clearances,
      ScriptColours colours,
      Clock clock) {
    this.briefing = briefing;
    this.revised = revised;
    this.locked = locked;
    this.scripts = scripts;
    this.drafts = drafts;
    this.clearances = clearances;
    this.colours = colours;
    this.clock = clock;
  }

  @Override
  public Declaration declared() {
    return Declaration.of(
            ApprovalKind.SCRIPT_LOCK,
            "SL",
            Trait.ONE_AT_A_TIME,
            Trait.ENDORSED,
            Trait.CAN_BE_OVERTURNED)
        .about(Scope.CREATIVE);
  }

  @Override
  public Submission submit(Asking asking) {
    Film film = asking.film();
    ScriptDraft draft = draft(asking);
    String note = asking.sent().optionalLongText(NOTE).orElse("");
    requireLockable(film, draft);
    return Submission.of(
            "Lock %s as the shooting script of %s".formatted(draft.label(), film.title()),
            null,
            Content.of(DRAFT, draft.label()).with(NOTE, note))
        .and(request -> locked.file(request.key(), draft, note));
  }

  /** By its label, as everywhere, or by its number; a label that is a number counts as a label. */
  private ScriptDraft draft(Asking asking) {
    Film film = asking.film();
    String named =
        asking
            .sent()
            .optionalText(DRAFT, DraftApproval.MAX_LABEL)
            .orElseThrow(
                () ->
                    invalid(
                        DRAFT,
                        "is missing; the label of the approved draft, or its number, is needed."));
    return scripts
        .find(film.id(), named)
        .or(
            () ->
                NUMBER.matcher(named).matches()
                    ? scripts.find(film.id(), Integer.parseInt(named))
                    : Optional.empty())
        .orElseThrow(
            () ->
                invalid(
                    DRAFT,
                    "%s has no script draft with the label or the number \"%s\"; a label such as"
                        + " Draft 2 or a number such as 2 is needed.",
                    film.inWords(),
                    named));
  }

  /**
   * @return what the draft says
   * @throws BusinessRuleException (conflict) if the script is locked, the draft is not the approved
   *     one, its scenes cannot be read or numbered, or it is not cleared
   */
  private Script requireLockable(Film film, ScriptDraft draft) {
    locked.requireUnlocked(film, "The script of %s is locked already, by %s.");
    if (draft.state() != DraftState.APPROVED) {
      throw conflict("%s is not the approved script of %s.", draft.label(), film.inWords());
    }
    Script script = drafts.scenes(draft);
    RevisionRules.requireLockable(draft, script);
    clearances.requireCleared(draft);
    return script;
  }

  @Override
  public Map<String, Object> variables(Case request) {
    return request.content().values();
  }

  @Override
  public Map<String, String> subject(Case request) {
    Map<String, String> subject = RequestKind.super.subject(request);
    subject.put("document", scripts.of(request).document().sha256());
    return subject;
  }

  @Override
  public Map<String, String> brief(Case request) {
    return briefing.of(scripts.of(request), request.content().text(NOTE));
  }

  @Override
  public Set<String> documents(Case request) {
    return Set.of(scripts.of(request).document().sha256());
  }

  @Override
  public Set<String> basedOn(Case request) {
    return Set.of(scripts.of(request).approvalKey());
  }

  @Override
  public Map<String, String> apply(Case request) {
    ScriptDraft draft = scripts.of(request);
    Script script = requireLockable(request.film(), draft);
    locked.lock(request.key(), clock.instant());
    locked.fix(request.film().id(), script);
    String colour = colours.of(0);
    scripts.save(draft.on(colour));
    return Map.of(
        "lockedScript", draft.label(),
        "document", draft.document().sha256(),
        "colour", colour,
        "scenes", String.valueOf(script.scenes().size()));
  }

  @Override
  public void requireReopenable(Case request) {
    revised
        .standing(request.film().id())
        .ifPresent(
            set -> {
              throw conflict(
                  "%s goes by the locked scene numbers: what has to change comes as a revision set.",
                  set);
            });
  }

  /** Not while revision sets go by its numbers. */
  @Override
  public void overturned(Case request) {
    if (revised.standing(request.film().id()).isEmpty()) {
      locked.lock(request.key(), null);
    }
  }
}
