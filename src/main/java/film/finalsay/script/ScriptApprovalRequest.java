package film.finalsay.script;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.Scope;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.film.Documents;
import film.finalsay.register.Asking;
import film.finalsay.register.Case;
import film.finalsay.register.Declaration;
import film.finalsay.register.Declaration.Trait;
import film.finalsay.register.Submission;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks to approve exactly one draft as the film's script. Several can be reviewed at a time. */
@Component
class ScriptApprovalRequest extends DraftApproval {

  private final LockedScripts locked;

  ScriptApprovalRequest(
      ScriptRepository scripts,
      Documents documents,
      DraftTexts texts,
      GreenlightConsents consents,
      Clock clock,
      LockedScripts locked) {
    super(scripts, documents, texts, consents, clock);
    this.locked = locked;
  }

  @Override
  public Declaration declared() {
    return Declaration.of(ApprovalKind.SCRIPT_APPROVAL, "SA", Trait.CAN_BE_OVERTURNED)
        .about(Scope.CREATIVE)
        .changing(Set.of(ApprovalKind.SCRIPT_APPROVAL.name()));
  }

  @Override
  public Submission submit(Asking asking) {
    locked.requireUnlocked(asking.film());
    Sent sent = read(asking);
    return Submission.of(
            "Approve %s as the script of %s".formatted(sent.label(), asking.film().title()),
            null,
            sent.content())
        .and(request -> file(request.approval(), sent, null, asking.requester()));
  }

  @Override
  public Map<String, String> brief(Case request) {
    Map<String, String> briefing = super.brief(request);
    briefing.put("keptFromApprovalText", Markdown.plain(keptFromApproval(request)));
    return briefing;
  }

  /**
   * Why the draft cannot be approved as things stand: for those who are asked about it, who are not
   * to learn it from a refusal at the end. Empty if it can.
   */
  private String keptFromApproval(Case request) {
    int number = scripts.of(request).number();
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
  public void requireStillPossible(Case request) {
    locked.requireUnlocked(request.film());
    scripts
        .findApproved(request.film().id())
        .ifPresent(
            approved -> {
              throw conflict(
                  "%s is the approved script of %s, by %s; a reopening has to open it again first.",
                  approved.label(), request.film().id(), approved.approvalKey());
            });
  }

  @Override
  public Map<String, String> apply(Case request) {
    ScriptDraft draft = scripts.of(request);
    scripts.save(draft.approved(clock.instant()));
    return Map.of("approvedScript", draft.label(), "document", draft.document().sha256());
  }

  @Override
  public void requireReopenable(Case request) {
    locked.requireUnlocked(
        request.film(),
        "The script of %s is locked for shooting: %s has to be opened again first.");
  }
}
