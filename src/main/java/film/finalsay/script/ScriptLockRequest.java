package film.finalsay.script;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
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

  private final ScriptLockRepository locks;
  private final ScriptLockBriefing briefing;
  private final ScriptRevisionRepository revisions;
  private final ScriptLockCheck check;
  private final LockedScripts locked;
  private final ScriptRepository scripts;
  private final ScriptDrafts drafts;
  private final ScriptColours colours;
  private final Clock clock;

  ScriptLockRequest(
      ScriptLockRepository locks,
      ScriptLockBriefing briefing,
      ScriptRevisionRepository revisions,
      ScriptLockCheck check,
      LockedScripts locked,
      ScriptRepository scripts,
      ScriptDrafts drafts,
      ScriptColours colours,
      Clock clock) {
    this.locks = locks;
    this.briefing = briefing;
    this.revisions = revisions;
    this.check = check;
    this.locked = locked;
    this.scripts = scripts;
    this.drafts = drafts;
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
        Trait.CAN_BE_OVERTURNED);
  }

  @Override
  public Submission submit(Asking asking) {
    Film film = asking.film();
    ScriptDraft draft = draft(asking);
    String note = asking.sent().optionalLongText(NOTE).orElse("");
    check.require(film, draft);
    return Submission.of(
            "Lock %s as the shooting script of %s".formatted(draft.label(), film.title()),
            null,
            Content.of(DRAFT, draft.label()).with(NOTE, note))
        .and(request -> locks.save(request.key(), film.id(), draft.number(), note));
  }

  /** By its label, as everywhere, or by its number; a label that is a number counts as a label. */
  private ScriptDraft draft(Asking asking) {
    Film film = asking.film();
    String named =
        asking
            .sent()
            .optionalText(DRAFT, DraftSubmissions.MAX_LABEL)
            .orElseThrow(
                () ->
                    BusinessRuleException.invalid(
                        DRAFT,
                        "is missing; the label of the approved draft, or its number, is needed."));
    return scripts
        .find(film.id(), named)
        .or(() -> byNumber(film, named))
        .orElseThrow(
            () ->
                BusinessRuleException.invalid(
                    DRAFT,
                    ("%s has no script draft with the label or the number \"%s\"; a label such as"
                            + " Draft 2 or a number such as 2 is needed.")
                        .formatted(film.inWords(), named)));
  }

  private Optional<ScriptDraft> byNumber(Film film, String named) {
    return NUMBER.matcher(named).matches()
        ? drafts.find(film.id(), Integer.parseInt(named))
        : Optional.empty();
  }

  private ScriptDraft draft(Case request) {
    return scripts.find(request.film().id(), request.content().text(DRAFT)).orElseThrow();
  }

  @Override
  public Map<String, Object> variables(Case request) {
    return request.content().values();
  }

  @Override
  public Map<String, String> subject(Case request) {
    Map<String, String> subject = RequestKind.super.subject(request);
    subject.put("document", draft(request).document().sha256());
    return subject;
  }

  @Override
  public Map<String, String> brief(Case request) {
    return briefing.of(request.film(), draft(request), request.content().text(NOTE));
  }

  @Override
  public Set<String> documents(Case request) {
    return Set.of(draft(request).document().sha256());
  }

  @Override
  public Set<String> basedOn(Case request) {
    return Set.of(draft(request).approvalKey());
  }

  @Override
  public Map<String, String> apply(Case request) {
    ScriptDraft draft = draft(request);
    Script script = check.require(request.film(), draft);
    locks.locked(request.key(), clock.instant());
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
    revisions
        .standing(request.film().id())
        .ifPresent(
            set -> {
              throw BusinessRuleException.conflict(
                  "%s goes by the locked scene numbers: what has to change comes as a revision set."
                      .formatted(set));
            });
  }

  /** Not while revision sets go by its numbers. */
  @Override
  public void overturned(Case request) {
    if (revisions.standing(request.film().id()).isEmpty()) {
      locks.unlocked(request.key());
    }
  }
}
