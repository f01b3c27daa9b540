package film.finalsay.script;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Excerpt;
import film.finalsay.approval.Scope;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.film.Documents;
import film.finalsay.film.Film;
import film.finalsay.register.Asking;
import film.finalsay.register.Case;
import film.finalsay.register.Declaration;
import film.finalsay.register.Declaration.Trait;
import film.finalsay.register.Submission;
import film.finalsay.script.reading.Script;
import film.finalsay.script.reading.ScriptDifference;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Asks to approve a revision set of the locked script. One is under way at a time: the next goes by
 * the numbers and on the colour after it.
 */
@Component
class ScriptRevisionRequest extends DraftApproval {

  private static final String COLOUR = "colour";
  private static final int MOST_OF_A_FACT = 4000;

  private final RevisedScripts revised;
  private final ScriptDrafts drafts;
  private final LockedScripts locked;
  private final ScriptColours colours;

  ScriptRevisionRequest(
      ScriptRepository scripts,
      Documents documents,
      DraftTexts texts,
      GreenlightConsents consents,
      Clock clock,
      RevisedScripts revised,
      ScriptDrafts drafts,
      LockedScripts locked,
      ScriptColours colours) {
    super(scripts, documents, texts, consents, clock);
    this.revised = revised;
    this.drafts = drafts;
    this.locked = locked;
    this.colours = colours;
  }

  @Override
  public Declaration declared() {
    return Declaration.of(
            ApprovalKind.SCRIPT_REVISION, "SR", Trait.ONE_AT_A_TIME, Trait.CAN_BE_OVERTURNED)
        .about(Scope.CREATIVE)
        .changing(Set.of(ApprovalKind.SCRIPT_REVISION.name()));
  }

  /** What answers the notes on a set comes on the same colour, and revises the same script. */
  @Override
  public Submission submit(Asking asking) {
    Film film = asking.film();
    locked.requireLocked(film);
    Sent sent = read(asking);
    Case before = asking.amended();
    ScriptDraft base = before == null ? revised.current(film) : revised.requireCurrent(before);
    revised.requireRevises(base, sent.file());
    String colour =
        before == null
            ? colours.of(revised.everApproved(film.id()) + 1)
            : before.content().text(COLOUR);
    return Submission.of(
            "Approve %s as the %s revision of the script of %s"
                .formatted(sent.label(), colour, film.title()),
            null,
            sent.content().with(COLOUR, colour))
        .and(
            request -> {
              if (before == null) {
                revised.file(request.key(), base, colour);
              }
              file(request.approval(), sent, colour, asking.requester());
            });
  }

  @Override
  public Map<String, String> subject(Case request) {
    Map<String, String> subject = super.subject(request);
    subject.put("revises", revised.base(request).document().sha256());
    return subject;
  }

  @Override
  public Set<String> documents(Case request) {
    return Set.of(
        scripts.of(request).document().sha256(), revised.base(request).document().sha256());
  }

  @Override
  public Set<String> basedOn(Case request) {
    return Set.of(revised.base(request).approvalKey());
  }

  @Override
  public void requireStillPossible(Case request) {
    locked.requireLocked(request.film());
  }

  /** Makes the set the film's current script, and its numbers those that stand. */
  @Override
  public Map<String, String> apply(Case request) {
    ScriptDraft base = revised.requireCurrent(request);
    ScriptDraft draft = scripts.of(request);
    Script script = drafts.scenes(draft);
    revised.requireNumbers(base, script);
    ScriptDifference difference = drafts.difference(base, draft).difference();
    scripts.save(base.superseded());
    scripts.save(draft.approved(clock.instant()));
    locked.fix(request.film().id(), script);
    return Map.of(
        "approvedScript",
        draft.label(),
        COLOUR,
        request.content().text(COLOUR),
        "document",
        draft.document().sha256(),
        "supersededScript",
        base.label(),
        "changedScenes",
        changedScenes(difference));
  }

  private static String changedScenes(ScriptDifference difference) {
    String scenes =
        difference.changed().stream()
            .map(one -> one.scene().name())
            .collect(Collectors.joining(","));
    return scenes.length() <= MOST_OF_A_FACT
        ? scenes
        : Excerpt.beginning(scenes, MOST_OF_A_FACT) + "…";
  }

  /** Copies are out, and the next set says what changes. */
  @Override
  public void requireReopenable(Case request) {
    throw conflict(
        "%s is issued: what has to change comes as the next revision set.",
        scripts.of(request).label());
  }

  /** Copies of the set are out, so its scene numbers and its colour stay used. */
  @Override
  public void overturned(Case request) {
    super.overturned(request);
    revised.restore(request);
  }
}
