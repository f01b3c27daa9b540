package film.finalsay.script;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Excerpt;
import film.finalsay.approval.GreenlightPart;
import film.finalsay.approval.Role;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.film.Film;
import film.finalsay.register.Asking;
import film.finalsay.register.Case;
import film.finalsay.register.Declaration;
import film.finalsay.register.Declaration.Trait;
import film.finalsay.register.RequestKind;
import film.finalsay.register.Submission;
import film.finalsay.script.reading.Script;
import film.finalsay.script.reading.ScriptDifference;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Asks to approve a revision set of the locked script. One is under way at a time: the next goes by
 * the numbers and on the colour after it.
 */
@Component
class ScriptRevisionRequest implements RequestKind {

  private static final String COLOUR = "colour";
  private static final int MOST_OF_A_FACT = 4000;

  private final ScriptRevisionRepository revisions;
  private final DraftSubmissions submissions;
  private final RevisedScripts revised;
  private final ScriptRepository scripts;
  private final ScriptDrafts drafts;
  private final LockedScripts locked;
  private final ScriptColours colours;
  private final DraftTexts texts;
  private final GreenlightConsents consents;
  private final Clock clock;

  ScriptRevisionRequest(
      ScriptRevisionRepository revisions,
      DraftSubmissions submissions,
      RevisedScripts revised,
      ScriptRepository scripts,
      ScriptDrafts drafts,
      LockedScripts locked,
      ScriptColours colours,
      DraftTexts texts,
      GreenlightConsents consents,
      Clock clock) {
    this.revisions = revisions;
    this.submissions = submissions;
    this.revised = revised;
    this.scripts = scripts;
    this.drafts = drafts;
    this.locked = locked;
    this.colours = colours;
    this.texts = texts;
    this.consents = consents;
    this.clock = clock;
  }

  @Override
  public Declaration declared() {
    return Declaration.of(
        ApprovalKind.SCRIPT_REVISION, "SR", Trait.ONE_AT_A_TIME, Trait.CAN_BE_OVERTURNED);
  }

  /** What answers the notes on a set comes on the same colour, and revises the same script. */
  @Override
  public Submission submit(Asking asking) {
    Film film = asking.film();
    locked.requireLocked(film);
    SubmittedDraft sent = submissions.read(asking);
    Case before = asking.amended();
    ScriptDraft base = before == null ? revised.current(film) : revised.requireCurrent(before);
    revised.requireRevises(film, base, sent);
    String colour =
        before == null
            ? colours.of(revisions.everApproved(film.id()) + 1)
            : before.content().text(COLOUR);
    return Submission.of(
            "Approve %s as the %s revision of the script of %s"
                .formatted(sent.label(), colour, film.title()),
            null,
            sent.content().with(COLOUR, colour))
        .and(
            request -> {
              if (before == null) {
                revisions.insert(request.key(), film.id(), base.number(), colour);
              }
              submissions.file(request.approval(), sent, colour, asking.requester());
            });
  }

  @Override
  public List<Role> rolesAsked(Case request) {
    return consents.after(List.of(Role.PRODUCER, Role.EXECUTIVE_PRODUCER), request.approval());
  }

  @Override
  public Set<Role> consents(Case request) {
    return consents.required(request.approval().processInstanceId());
  }

  @Override
  public Map<String, Object> variables(Case request) {
    return DraftSubmissions.ON_FILE;
  }

  @Override
  public Map<String, String> subject(Case request) {
    Map<String, String> subject = RequestKind.super.subject(request);
    subject.put("document", submissions.draft(request).document().sha256());
    subject.put("revises", revised.base(request).document().sha256());
    return subject;
  }

  @Override
  public Map<String, String> brief(Case request) {
    Map<String, String> briefing =
        texts.of(
            request.film(),
            submissions.draft(request),
            request.content().text(SubmittedDraft.SUMMARY),
            request.decisions());
    briefing.put("consentsText", consents.inWords(request.approval()));
    return briefing;
  }

  @Override
  public Set<String> documents(Case request) {
    return Set.of(
        submissions.draft(request).document().sha256(), revised.base(request).document().sha256());
  }

  @Override
  public Set<String> basedOn(Case request) {
    return Set.of(revised.base(request).approvalKey());
  }

  @Override
  public Optional<GreenlightPart> changes(Case request) {
    return Optional.of(GreenlightPart.SCRIPT);
  }

  @Override
  public void requireStillPossible(Case request) {
    locked.requireLocked(request.film());
  }

  /** Makes the set the film's current script, and its numbers those that stand. */
  @Override
  public Map<String, String> apply(Case request) {
    Film film = request.film();
    ScriptDraft base = revised.requireCurrent(request);
    ScriptDraft draft = submissions.draft(request);
    Script script = revised.requireNumbers(film, base, draft);
    ScriptDifference difference = drafts.difference(base, draft).difference();
    scripts.save(base.superseded());
    scripts.save(draft.approved(clock.instant()));
    locked.fix(film.id(), script);
    Map<String, String> facts = new HashMap<>();
    facts.put("approvedScript", draft.label());
    facts.put(COLOUR, request.content().text(COLOUR));
    facts.put("document", draft.document().sha256());
    facts.put("supersededScript", base.label());
    facts.put("changedScenes", changedScenes(difference));
    return facts;
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
    throw BusinessRuleException.conflict(
        "%s is issued: what has to change comes as the next revision set."
            .formatted(submissions.draft(request).label()));
  }

  /** Copies of the set are out, so its scene numbers and its colour stay used. */
  @Override
  public void overturned(Case request) {
    scripts.save(submissions.draft(request).overturned());
    revised.restore(request);
  }
}
