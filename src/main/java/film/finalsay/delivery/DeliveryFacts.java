package film.finalsay.delivery;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Fingerprint;
import film.finalsay.approval.Money;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.film.FilmCommitments;
import film.finalsay.film.FilmCosts;
import film.finalsay.film.FilmCosts.ReportSummary;
import film.finalsay.film.FilmCuts;
import film.finalsay.film.FilmCuts.LockedCut;
import film.finalsay.film.FilmGreenlight;
import film.finalsay.film.FilmKind;
import film.finalsay.film.Films;
import film.finalsay.film.Phase;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.Content;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What has to be so before a film is delivered, and what exactly it is delivered with. */
@Component
class DeliveryFacts {

  static final String ITEMS = "items";
  static final String SCRIPT = "script";
  static final String CUT = "cut";
  static final String COST_REPORT = "costReport";
  static final String FINAL_COST = "finalCost";

  private static final String SCHEDULES = "schedulesSha256";
  private static final List<String> AS_SIGNED =
      List.of(SCRIPT, CUT, COST_REPORT, FINAL_COST, SCHEDULES);
  private static final int MOST_NAMED = 5;

  private final DeliverySchedules schedules;
  private final FilmCosts costs;
  private final FilmCommitments commitments;
  private final FilmGreenlight greenlight;
  private final ObjectProvider<FilmCuts> cuts;
  private final ApprovalRegister register;
  private final Films films;
  private final Clock clock;

  DeliveryFacts(
      DeliverySchedules schedules,
      FilmCosts costs,
      FilmCommitments commitments,
      FilmGreenlight greenlight,
      ObjectProvider<FilmCuts> cuts,
      ApprovalRegister register,
      Films films,
      Clock clock) {
    this.schedules = schedules;
    this.costs = costs;
    this.commitments = commitments;
    this.greenlight = greenlight;
    this.cuts = cuts;
    this.register = register;
    this.films = films;
    this.clock = clock;
  }

  /**
   * What the film is delivered with, as it stands now.
   *
   * @throws BusinessRuleException (conflict) naming what is missing yet
   */
  Content of(Film film) {
    requireShot(film);
    List<DeliveryItem> items = requireItemsDone(film);
    ReportSummary report = requireFinalCost(film);
    Optional<Approval> script = requireScript(film);
    Optional<LockedCut> cut = requireCut(film);
    requireTeam(film);
    return Content.of(ITEMS, items.stream().map(DeliveryItem::inWords).toList())
        .with(SCHEDULES, fingerprint(items))
        .with(COST_REPORT, report.number())
        .with(FINAL_COST, report.efc().plain())
        .with(SCRIPT, script.map(Approval::key).orElse(null))
        .with(CUT, cut.map(one -> one.label() + ", " + one.approvalKey()).orElse(null));
  }

  /**
   * @throws BusinessRuleException (conflict) if the film would be delivered with something else by
   *     now than this
   */
  void requireStill(Film film, Content signed) {
    Content now = of(film);
    for (String fact : AS_SIGNED) {
      if (!now.find(fact).equals(signed.find(fact))) {
        throw conflict(
            "What %s is delivered with has changed since it was filed (%s): return it, so that it is"
                + " filed anew.",
            film.inWords(), fact);
      }
    }
  }

  private static void requireShot(Film film) {
    film.requireUndelivered();
    if (film.visionFrozenAt() == null || film.phase() == Phase.GREENLIT_ON_CONDITIONS) {
      throw conflict("%s is not greenlit, so there is nothing to deliver.", film.inWords());
    }
    if (film.phase() != Phase.POST_PRODUCTION
        && film.shootingDaysCompleted() < film.shootingDays()) {
      throw conflict(
          "%s is not shot yet: %d of %d days are.",
          film.inWords(), film.shootingDaysCompleted(), film.shootingDays());
    }
  }

  private List<DeliveryItem> requireItemsDone(Film film) {
    List<DeliveryItem> items = schedules.all(film);
    if (items.stream().noneMatch(DeliveryItem::essential)) {
      throw conflict("%s has no delivery schedule that names an essential item.", film.inWords());
    }
    List<DeliveryItem> open =
        items.stream().filter(item -> item.essential() && !item.state().isDone()).toList();
    if (!open.isEmpty()) {
      throw conflict(
          "%d essential items of %s are neither sent nor waived: %s%s.",
          open.size(),
          film.inWords(),
          open.stream()
              .limit(MOST_NAMED)
              .map(DeliveryItem::inWords)
              .collect(Collectors.joining("; ")),
          open.size() > MOST_NAMED ? "; …" : "");
    }
    return items;
  }

  /** What it cost is paid, nothing is open or still to come, and there is money for it. */
  private ReportSummary requireFinalCost(Film film) {
    ReportSummary report =
        costs
            .report(film, null)
            .orElseThrow(() -> conflict("%s has no cost report that is its last.", film.inWords()));
    if (!report.efc().equals(report.actual()) || report.commitments().minor() != 0) {
      throw conflict(
          "Cost report %d is not final: %s estimated, %s paid, %s still committed.",
          report.number(),
          report.efc().inWords(),
          report.actual().inWords(),
          report.commitments().inWords());
    }
    if (!commitments
        .committed(film, report.importedAt())
        .equals(commitments.committed(film, clock.instant()))) {
      throw conflict(
          "%s has committed itself to more since cost report %d: a newer one has to say what that"
              + " has cost.",
          film.inWords(), report.number());
    }
    Money secured = greenlight.secured(film).orElse(film.zero());
    if (report.efc().compareTo(secured) > 0) {
      throw conflict(
          "The final cost of %s, %s, is above the %s that is secured.",
          film.inWords(), report.efc().inWords(), secured.inWords());
    }
    return report;
  }

  /** The last that was approved; a documentary may have none. */
  private Optional<Approval> requireScript(Film film) {
    Optional<Approval> script =
        Stream.of(
                ApprovalKind.SCRIPT_APPROVAL,
                ApprovalKind.SCRIPT_LOCK,
                ApprovalKind.SCRIPT_REVISION)
            .flatMap(kind -> register.standing(film.id(), kind).stream())
            .filter(approval -> approval.state() == ApprovalState.APPROVED)
            .max((one, other) -> one.settledAt().compareTo(other.settledAt()));
    if (script.isEmpty() && film.kind() != FilmKind.DOCUMENTARY) {
      throw conflict("%s has no approved script.", film.inWords());
    }
    return script;
  }

  /** Where nothing knows of cuts, none is asked for. */
  private Optional<LockedCut> requireCut(Film film) {
    FilmCuts known = cuts.getIfAvailable();
    if (known == null) {
      return Optional.empty();
    }
    Optional<LockedCut> cut = known.lockedCut(film);
    if (cut.isEmpty()) {
      throw conflict("The picture of %s is not locked.", film.inWords());
    }
    return cut;
  }

  private void requireTeam(Film film) {
    Set<Role> held =
        films.holdersOfRoles(film.id()).values().stream()
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
    for (Role needed :
        List.of(Role.PRODUCTION_ACCOUNTANT, Role.POST_SUPERVISOR, Role.DISTRIBUTOR)) {
      if (!held.contains(needed)) {
        throw conflict(
            "Nobody on the team of %s is its %s, who has a part in its delivery.",
            film.inWords(), needed.title());
      }
    }
  }

  private static String fingerprint(List<DeliveryItem> items) {
    Map<String, String> all = new LinkedHashMap<>();
    items.forEach(
        item ->
            all.put(
                String.valueOf(item.number()),
                String.join(
                    "\n",
                    item.distributor(),
                    item.item(),
                    item.specification(),
                    String.valueOf(item.essential()),
                    String.valueOf(item.due()),
                    item.state().name(),
                    String.valueOf(item.evidence()))));
    return Fingerprint.of(all);
  }
}
