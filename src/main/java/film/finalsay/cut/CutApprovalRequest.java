package film.finalsay.cut;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Role;
import film.finalsay.approval.Scope;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.register.Asking;
import film.finalsay.register.Case;
import film.finalsay.register.Declaration;
import film.finalsay.register.Declaration.Trait;
import film.finalsay.register.RequestKind;
import film.finalsay.register.Submission;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Asks to approve a cut as that of its stage. A producer lets it pass, the director is heard, then
 * those who paid for it and who will show it; the executive producer decides.
 */
@Component
class CutApprovalRequest implements RequestKind {

  static final Set<Role> ASKING = Set.of(Role.POST_SUPERVISOR, Role.LINE_PRODUCER, Role.PRODUCER);

  private static final Set<Role> GIVING_NOTES = EnumSet.of(Role.FINANCIER, Role.DISTRIBUTOR);
  private static final Set<Role> HEARD =
      EnumSet.of(Role.DIRECTOR, Role.FINANCIER, Role.DISTRIBUTOR);

  private final CutRepository cuts;
  private final CutRules rules;
  private final Films films;
  private final Clock clock;

  CutApprovalRequest(CutRepository cuts, CutRules rules, Films films, Clock clock) {
    this.cuts = cuts;
    this.rules = rules;
    this.films = films;
    this.clock = clock;
  }

  @Override
  public Declaration declared() {
    return Declaration.of(
            new ApprovalKind("CUT_APPROVAL"),
            "CU",
            Trait.ONE_AT_A_TIME,
            Trait.ENDORSED,
            Trait.CAN_BE_OVERTURNED)
        .askedBy(ASKING)
        .about(Scope.CREATIVE);
  }

  @Override
  public Submission submit(Asking asking) {
    Film film = asking.film();
    Cut cut = rules.named(asking);
    String scenes = asking.sent().longText("scenes");
    String note = asking.sent().optionalLongText("note").orElse(null);
    requireApprovable(film, cut);
    return Submission.of(
            "Approve %s as the %s of %s".formatted(cut.label(), cut.stage().title(), film.title()),
            null,
            CutRules.content(cut).with("scenes", scenes).with("note", note))
        .doing(
            "%s becomes the approved %s of %s."
                .formatted(cut.inWords(), cut.stage().title(), film.inWords()));
  }

  /**
   * @throws BusinessRuleException (conflict) if it is approved already, or may not stand
   */
  private void requireApprovable(Film film, Cut cut) {
    rules.requireMayStand(film, cut);
    if (cut.approvedBy() != null) {
      throw conflict("%s is approved already, by %s.", cut.inWords(), cut.approvedBy());
    }
  }

  @Override
  public Set<Role> consulted(Case request) {
    return HEARD;
  }

  @Override
  public Map<String, Object> variables(Case request) {
    Set<Role> held =
        films.holdersOfRoles(request.film().id()).values().stream()
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
    Set<Role> notes = EnumSet.copyOf(GIVING_NOTES);
    notes.retainAll(held);
    return Map.of(
        "directorHeard",
        held.contains(Role.DIRECTOR) ? Role.DIRECTOR.id() : "",
        "notesFrom",
        Role.ids(notes));
  }

  @Override
  public Map<String, Object> fields(Case request) {
    return CutRules.asked(request.content(), CutRules.CUT, "scenes", "note");
  }

  @Override
  public Map<String, String> brief(Case request) {
    return rules.brief(request.film(), rules.of(request.film(), request.content()));
  }

  @Override
  public Set<String> documents(Case request) {
    return Set.of(request.content().text("timeline"));
  }

  @Override
  public Map<String, String> apply(Case request) {
    Cut cut = rules.of(request.film(), request.content());
    requireApprovable(request.film(), cut);
    cuts.approve(cut, request.key(), clock.instant());
    return Map.of(
        "approvedCut", String.valueOf(cut.version()),
        "stage", cut.stage().name(),
        "file", cut.file(),
        "timeline", cut.timeline());
  }

  @Override
  public void requireReopenable(Case request) {
    Cut cut = rules.of(request.film(), request.content());
    if (cut.isLocked()) {
      throw conflict(
          "The picture is locked on %s, by %s: open that again first.",
          cut.inWords(), cut.lockedBy());
    }
  }

  @Override
  public void overturned(Case request) {
    Cut cut = rules.of(request.film(), request.content());
    if (request.key().equals(cut.approvedBy())) {
      cuts.approve(cut, null, null);
    }
  }
}
