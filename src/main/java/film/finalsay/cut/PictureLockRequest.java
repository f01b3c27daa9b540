package film.finalsay.cut;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.forbidden;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.GivenAnswer;
import film.finalsay.approval.GreenlightPart;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.Role;
import film.finalsay.approval.Scope;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.cut.FinalCuts.Holder;
import film.finalsay.film.Film;
import film.finalsay.register.Asking;
import film.finalsay.register.Case;
import film.finalsay.register.Content;
import film.finalsay.register.Declaration;
import film.finalsay.register.Declaration.Trait;
import film.finalsay.register.RequestKind;
import film.finalsay.register.Submission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Asks to lock the picture on the approved fine cut. Only whoever holds the final cut locks it: the
 * executive producer, or the director where the film says so. The distributor consents.
 */
@Component
class PictureLockRequest implements RequestKind {

  private static final ApprovalKind PICTURE_LOCK = new ApprovalKind("PICTURE_LOCK");

  private static final String DECIDED_BY = "finalCutRole";
  private static final String HOLDER = "finalCutHolder";

  private final CutRepository cuts;
  private final CutRules rules;
  private final FinalCuts finalCuts;
  private final GreenlightConsents consents;

  PictureLockRequest(
      CutRepository cuts, CutRules rules, FinalCuts finalCuts, GreenlightConsents consents) {
    this.cuts = cuts;
    this.rules = rules;
    this.finalCuts = finalCuts;
    this.consents = consents;
  }

  @Override
  public Declaration declared() {
    return Declaration.of(PICTURE_LOCK, "PL", Trait.ONE_AT_A_TIME, Trait.CAN_BE_OVERTURNED)
        .askedBy(CutApprovalRequest.ASKING)
        .about(Scope.CREATIVE)
        .changing(Set.of(PICTURE_LOCK.name()));
  }

  @Override
  public Submission submit(Asking asking) {
    Film film = asking.film();
    Cut cut = rules.named(asking);
    String note = asking.sent().optionalLongText("note").orElse(null);
    requireLockable(film, cut);
    Holder holder = finalCuts.holder(film);
    return Submission.of(
            "Lock the picture of %s on %s".formatted(film.title(), cut.label()),
            null,
            CutRules.content(cut)
                .with("note", note)
                .with(DECIDED_BY, holder.role().id())
                .with(HOLDER, holder.person()))
        .doing(
            "The picture of %s is locked on %s; %s has the final cut."
                .formatted(film.inWords(), cut.inWords(), holder.inWords()));
  }

  /**
   * @throws BusinessRuleException (conflict) if the cut is not the approved fine cut, or may not
   *     stand
   */
  private void requireLockable(Film film, Cut cut) {
    rules.requireMayStand(film, cut);
    boolean approved =
        cuts.approved(film.id(), CutStage.FINE_CUT)
            .filter(one -> one.version() == cut.version())
            .isPresent();
    if (!approved) {
      throw conflict("%s is not the approved fine cut of %s.", cut.inWords(), film.inWords());
    }
  }

  private static Holder holder(Content content) {
    return new Holder(
        Role.ofId(content.text(DECIDED_BY)).orElseThrow(), content.find(HOLDER).orElse(null));
  }

  @Override
  public Role decidedBy(Case request) {
    return holder(request.content()).role();
  }

  @Override
  public List<Role> rolesAsked(Case request) {
    return consents.after(List.of(decidedBy(request)), request);
  }

  @Override
  public Set<Role> consents(Case request) {
    return consents.required(request);
  }

  @Override
  public Optional<GreenlightPart> changes(Case request) {
    return Optional.of(GreenlightPart.CUT);
  }

  @Override
  public Set<String> basedOn(Case request) {
    return Optional.ofNullable(rules.of(request.film(), request.content()).approvedBy())
        .map(Set::of)
        .orElse(Set.of());
  }

  @Override
  public Set<String> documents(Case request) {
    return Set.of(request.content().text("timeline"));
  }

  @Override
  public Map<String, Object> variables(Case request) {
    return Map.of(DECIDED_BY, request.content().text(DECIDED_BY));
  }

  @Override
  public Map<String, Object> fields(Case request) {
    return CutRules.asked(request.content(), CutRules.CUT, "note");
  }

  @Override
  public Map<String, String> brief(Case request) {
    Map<String, String> texts =
        new HashMap<>(rules.brief(request.film(), rules.of(request.film(), request.content())));
    texts.put("holderText", Markdown.row(holder(request.content()).inWords()));
    texts.put("consentsText", consents.inWords(request));
    return texts;
  }

  @Override
  public void requireMayAnswer(Case request, GivenAnswer answer) {
    Holder holder = holder(request.content());
    if (answer.step().groups().contains(holder.role().id()) && !holder.is(answer.person())) {
      throw forbidden(
          "The final cut of %s is %s's alone.", request.film().inWords(), holder.person());
    }
  }

  /** Whoever was asked has to hold the final cut still. */
  @Override
  public void requireStillPossible(Case request) {
    Holder asked = holder(request.content());
    Holder today = finalCuts.holder(request.film());
    if (!asked.equals(today)) {
      throw conflict(
          "%s was decided by %s, and the final cut is %s's now. Withdraw it, and file it anew.",
          request.key(), asked.inWords(), today.inWords());
    }
  }

  @Override
  public Map<String, String> apply(Case request) {
    Cut cut = rules.of(request.film(), request.content());
    requireLockable(request.film(), cut);
    cuts.lock(cut, request.key());
    return Map.of(
        "lockedCut", String.valueOf(cut.version()),
        "file", cut.file(),
        "timeline", cut.timeline());
  }

  @Override
  public void overturned(Case request) {
    Cut cut = rules.of(request.film(), request.content());
    if (request.key().equals(cut.lockedBy())) {
      cuts.lock(cut, null);
    }
  }
}
