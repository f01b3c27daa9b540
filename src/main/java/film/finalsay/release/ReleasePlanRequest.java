package film.finalsay.release;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Fingerprint;
import film.finalsay.approval.Role;
import film.finalsay.approval.Scope;
import film.finalsay.authority.AuthorityTable;
import film.finalsay.authority.Ruling;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.engine.tables.TableProbe.Figure;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.Asking;
import film.finalsay.register.Case;
import film.finalsay.register.Content;
import film.finalsay.register.Declaration;
import film.finalsay.register.Declaration.Trait;
import film.finalsay.register.RequestKind;
import film.finalsay.register.Submission;
import film.finalsay.release.ReleasePlanRepository.Approved;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Asks to release the film by a version of its plan, in place of the plan that was approved before.
 * What the version says is part of the request: that is signed, and its dates become the film's.
 * Changes are measured from the plan that an executive producer decided last, so that several small
 * ones are not each the producer's.
 */
@Component
class ReleasePlanRequest implements RequestKind {

  static final ApprovalKind KIND = new ApprovalKind("RELEASE_PLAN");

  private static final String VERSION = "version";
  private static final String NOTE = "note";
  private static final String DRAFTED_BY = "draftedBy";
  private static final String MEASURED_FROM = "measuredFrom";
  private static final String OTHER_TERMS = "otherTerms";
  private static final String SHARE = "shareOfPrintsAndAdvertising";
  private static final String DAYS = "daysMoved";
  private static final String FIRST = "first";
  private static final String DISTRIBUTOR_ON_TEAM = "distributorOnTeam";
  private static final List<Object> YES_OR_NO = List.of(true, false);

  private static final AuthorityTable TABLE =
      new AuthorityTable(
          "release-plan-authority",
          Map.of(FIRST, YES_OR_NO, OTHER_TERMS, YES_OR_NO, DISTRIBUTOR_ON_TEAM, YES_OR_NO),
          List.of(Figure.fromZero(SHARE), Figure.fromZero(DAYS)));

  private final ReleasePlanRepository plans;
  private final ApprovalRegister register;
  private final GreenlightConsents consents;
  private final Films films;
  private final Clock clock;

  ReleasePlanRequest(
      ReleasePlanRepository plans,
      ApprovalRegister register,
      GreenlightConsents consents,
      Films films,
      Clock clock) {
    this.plans = plans;
    this.register = register;
    this.consents = consents;
    this.films = films;
    this.clock = clock;
  }

  @Override
  public Declaration declared() {
    return Declaration.of(KIND, "MP", Trait.ONE_AT_A_TIME)
        .askedBy(EnumSet.of(Role.PRODUCER, Role.CO_EXECUTIVE_PRODUCER, Role.EXECUTIVE_PRODUCER))
        .about(Scope.CREATIVE)
        .ruledBy(TABLE)
        .changing(Set.of(KIND.name()));
  }

  @Override
  public Submission submit(Asking asking) {
    Film film = asking.film();
    int number =
        asking
            .sent()
            .optionalOrdinal(VERSION)
            .orElseThrow(
                () -> invalid(VERSION, "is missing; the number of a release plan is needed."));
    String note = asking.sent().optionalLongText(NOTE).orElse("");
    ReleasePlan plan =
        plans
            .find(film, number)
            .orElseThrow(
                () -> invalid(VERSION, "%s has no release plan %d.", film.inWords(), number));
    requireNotStanding(film, number);
    Optional<Case> base = base(film);
    PlanChange change =
        base.map(before -> PlanChange.between(territories(before), plan.territories()))
            .orElse(PlanChange.NONE);
    return Submission.of(
            "Release %s by version %d of its plan".formatted(film.title(), number),
            null,
            SentTerritories.content(plan.territories())
                .with(VERSION, number)
                .with(NOTE, note)
                .with(DRAFTED_BY, plan.savedBy())
                .with(MEASURED_FROM, base.map(Case::key).orElse(null))
                .with(OTHER_TERMS, change.otherTerms())
                .with(SHARE, change.share().toPlainString())
                .with(DAYS, change.days())
                .with(DISTRIBUTOR_ON_TEAM, hasDistributor(film)))
        .ruledWith(
            Map.of(
                FIRST, base.isEmpty(),
                OTHER_TERMS, change.otherTerms(),
                SHARE, change.share().toPlainString(),
                DAYS, String.valueOf(change.days()),
                DISTRIBUTOR_ON_TEAM, hasDistributor(film)))
        .doing(
            "Version %d becomes the release plan of %s, and its %d dates those by which the film is delivered and opens."
                .formatted(number, film.title(), ReleaseDate.of(plan.territories()).size()));
  }

  /** Its own commitments are the distributor's to consent to, whatever the table says. */
  @Override
  public void requireRuling(Map<String, Object> asked, Ruling ruling) {
    if (asked.get(DISTRIBUTOR_ON_TEAM).equals(true)
        && !ruling.consents().contains(Role.DISTRIBUTOR)) {
      throw conflict("The distributor is not asked for its consent to what it commits itself to.");
    }
  }

  @Override
  public Set<Role> consulted(Case request) {
    return EnumSet.of(Role.DIRECTOR);
  }

  @Override
  public Set<Role> consents(Case request) {
    return consents.required(request);
  }

  @Override
  public Map<String, String> drafters(Case request) {
    return Map.of(
        request.content().text(DRAFTED_BY),
        "version %s of the release plan".formatted(request.content().text(VERSION)));
  }

  @Override
  public Map<String, Object> fields(Case request) {
    return Map.of(VERSION, request.content().number(VERSION), NOTE, request.content().text(NOTE));
  }

  /** The territories by their SHA-256: a hundred of them fit no entry of the ledger. */
  @Override
  public Map<String, String> subject(Case request) {
    Map<String, String> subject = RequestKind.super.subject(request);
    subject.put("territoriesSha256", Fingerprint.of(sent(request.content())));
    subject.remove(SentTerritories.TERRITORIES);
    return subject;
  }

  @Override
  public Map<String, String> brief(Case request) {
    return ReleasePlanBriefing.of(
        request, territories(request), request.ruling().map(Ruling::because).orElse(""));
  }

  @Override
  public void requireStillPossible(Case request) {
    Content content = request.content();
    ReleasePlan plan =
        plans
            .find(request.film(), content.number(VERSION))
            .orElseThrow(() -> conflict("There is no such release plan any more."));
    if (!sent(SentTerritories.content(plan.territories())).equals(sent(content))) {
      throw conflict(
          "Version %d of the release plan is not what %s asks for any more; return it.",
          plan.version(), request.key());
    }
    if (!base(request.film()).map(Case::key).equals(content.find(MEASURED_FROM))) {
      throw conflict(
          "The plan that %s was measured from does not count any more; return it.", request.key());
    }
    if (hasDistributor(request.film()) && content.text(DISTRIBUTOR_ON_TEAM).equals("false")) {
      throw conflict(
          "A distributor has joined since %s was asked for, and has to consent; return it.",
          request.key());
    }
  }

  @Override
  public Map<String, String> apply(Case request) {
    Film film = request.film();
    Optional<Approved> before = plans.standing(film);
    boolean executive =
        request.ruling().filter(by -> by.decidedBy() == Role.EXECUTIVE_PRODUCER).isPresent();
    int version = request.content().number(VERSION);
    List<ReleaseDate> dates = ReleaseDate.of(territories(request));
    plans.approve(
        film,
        new Approved(
            request.key(),
            version,
            executive ? request.key() : request.content().find(MEASURED_FROM).orElse(request.key()),
            clock.instant()),
        dates);
    Map<String, String> facts = new HashMap<>();
    facts.put("releasePlan", String.valueOf(version));
    facts.put("dates", String.valueOf(dates.size()));
    before.ifPresent(earlier -> facts.put("superseded", earlier.approvalKey()));
    return facts;
  }

  /** The request whose plan changes are measured from; empty while none counts. */
  private Optional<Case> base(Film film) {
    return plans
        .standing(film)
        .map(standing -> register.request(register.byKey(standing.measuredFrom())))
        .filter(base -> base.approval().state() == ApprovalState.APPROVED);
  }

  private static Map<String, String> sent(Content content) {
    return Map.of(SentTerritories.TERRITORIES, content.text(SentTerritories.TERRITORIES));
  }

  private static List<ReleaseTerritory> territories(Case request) {
    return SentTerritories.kept(
        request.content().values().get(SentTerritories.TERRITORIES), request.film().currency());
  }

  private boolean hasDistributor(Film film) {
    return films.holdersOfRoles(film.id()).values().stream()
        .anyMatch(roles -> roles.contains(Role.DISTRIBUTOR));
  }

  /**
   * @throws BusinessRuleException (conflict) if the version is the approved plan already
   */
  private void requireNotStanding(Film film, int number) {
    plans
        .standing(film)
        .filter(standing -> standing.version() == number)
        .ifPresent(
            standing -> {
              throw conflict(
                  "Version %d is the release plan already, by %s.", number, standing.approvalKey());
            });
  }
}
