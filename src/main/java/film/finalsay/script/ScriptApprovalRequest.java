package film.finalsay.script;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.GreenlightPart;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.Role;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.film.Film;
import film.finalsay.register.Asking;
import film.finalsay.register.Case;
import film.finalsay.register.Declaration;
import film.finalsay.register.Declaration.Trait;
import film.finalsay.register.RequestKind;
import film.finalsay.register.Submission;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks to approve exactly one draft as the film's script. Several can be reviewed at a time. */
@Component
class ScriptApprovalRequest implements RequestKind {

  private final ScriptRepository scripts;
  private final DraftSubmissions submissions;
  private final LockedScripts locked;
  private final DraftTexts texts;
  private final GreenlightConsents consents;
  private final Clock clock;

  ScriptApprovalRequest(
      ScriptRepository scripts,
      DraftSubmissions submissions,
      LockedScripts locked,
      DraftTexts texts,
      GreenlightConsents consents,
      Clock clock) {
    this.scripts = scripts;
    this.submissions = submissions;
    this.locked = locked;
    this.texts = texts;
    this.consents = consents;
    this.clock = clock;
  }

  @Override
  public Declaration declared() {
    return Declaration.of(ApprovalKind.SCRIPT_APPROVAL, "SA", Trait.CAN_BE_OVERTURNED);
  }

  @Override
  public Submission submit(Asking asking) {
    Film film = asking.film();
    locked.requireUnlocked(film);
    SubmittedDraft sent = submissions.read(asking);
    return Submission.of(
            "Approve %s as the script of %s".formatted(sent.label(), film.title()),
            null,
            sent.content())
        .and(request -> submissions.file(request.approval(), sent, null, asking.requester()));
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
    subject.put("document", draft(request).document().sha256());
    return subject;
  }

  @Override
  public Map<String, String> brief(Case request) {
    Map<String, String> briefing =
        texts.of(
            request.film(),
            draft(request),
            request.content().text(SubmittedDraft.SUMMARY),
            request.decisions());
    briefing.put("consentsText", consents.inWords(request.approval()));
    briefing.put("keptFromApprovalText", Markdown.plain(keptFromApproval(request)));
    return briefing;
  }

  /**
   * Why the draft cannot be approved as things stand: for those who are asked about it, who are not
   * to learn it from a refusal at the end. Empty if it can.
   */
  private String keptFromApproval(Case request) {
    int number = draft(request).number();
    return scripts
        .findApproved(request.film().id())
        .filter(approved -> approved.number() != number)
        .map(approved -> keptBy(approved, locked.lockedBy(request.film().id())))
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

  @Override
  public Set<String> documents(Case request) {
    return Set.of(draft(request).document().sha256());
  }

  @Override
  public Optional<GreenlightPart> changes(Case request) {
    return Optional.of(GreenlightPart.SCRIPT);
  }

  @Override
  public void requireStillPossible(Case request) {
    locked.requireUnlocked(request.film());
    scripts
        .findApproved(request.film().id())
        .ifPresent(
            approved -> {
              throw BusinessRuleException.conflict(
                  "%s is the approved script of %s, by %s; a reopening has to open it again first."
                      .formatted(approved.label(), request.film().id(), approved.approvalKey()));
            });
  }

  @Override
  public Map<String, String> apply(Case request) {
    ScriptDraft draft = draft(request);
    scripts.save(draft.approved(clock.instant()));
    return Map.of("approvedScript", draft.label(), "document", draft.document().sha256());
  }

  @Override
  public void requireReopenable(Case request) {
    locked
        .lockedBy(request.film().id())
        .ifPresent(
            lock -> {
              throw BusinessRuleException.conflict(
                  "The script of %s is locked for shooting: %s has to be opened again first."
                      .formatted(request.film().id(), lock));
            });
  }

  @Override
  public void overturned(Case request) {
    scripts.save(draft(request).overturned());
  }

  private ScriptDraft draft(Case request) {
    return submissions.draft(request);
  }
}
