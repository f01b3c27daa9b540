package film.finalsay.greenlight;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import film.finalsay.film.FilmBudgets.NewMoney;
import film.finalsay.film.FilmFinance;
import film.finalsay.film.FilmFinance.PlanSummary;
import film.finalsay.film.FilmGreenlight;
import film.finalsay.film.Films;
import film.finalsay.greenlight.GreenlightRepository.Given;
import film.finalsay.greenlight.conditions.Condition;
import film.finalsay.greenlight.conditions.Conditions;
import film.finalsay.register.ApprovalRegister;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a greenlight was given on stays while it stands: whoever saves a record of the package asks
 * here, and whoever has to know what funds it brought.
 */
@Service
@Transactional
class GreenlightBasis implements FilmGreenlight {

  private final ApprovalRegister register;
  private final GreenlightRepository greenlights;
  private final PackageReader reader;
  private final FilmFinance finance;
  private final FilmBudgets budgets;
  private final Conditions conditions;
  private final Clock clock;

  GreenlightBasis(
      ApprovalRegister register,
      GreenlightRepository greenlights,
      PackageReader reader,
      FilmFinance finance,
      FilmBudgets budgets,
      Conditions conditions,
      Clock clock) {
    this.register = register;
    this.greenlights = greenlights;
    this.reader = reader;
    this.finance = finance;
    this.budgets = budgets;
    this.conditions = conditions;
    this.clock = clock;
  }

  /** What was lost before, when a version of this product let it be, is no reason to refuse. */
  @Override
  public void keep(Film film, Runnable change) {
    Optional<Approval> greenlight = standing(film);
    Optional<PackageContents> basis = greenlight.map(given -> basis(given, film));
    List<String> before = basis.map(this::lost).orElse(List.of());
    change.run();
    List<String> lost =
        basis.map(this::lost).orElse(List.of()).stream()
            .filter(one -> !before.contains(one))
            .toList();
    if (!lost.isEmpty()) {
      throw conflict(
          "%s was greenlit on this, by %s, and it does not change alone: %s %s",
          film.inWords(),
          greenlight.orElseThrow().key(),
          String.join(" ", lost),
          way(greenlight.orElseThrow()));
    }
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Schedule> schedule(Film film) {
    return standing(film)
        .map(
            given -> {
              GreenlightPackage filed = onFile(given);
              boolean planned = filed.scheduleStart() != null && filed.scheduleEnd() != null;
              return new Schedule(
                  given.key(),
                  given.state() == ApprovalState.CONDITIONAL,
                  planned
                      ? filed.scheduleStart()
                      : LocalDate.ofInstant(when(given), ZoneOffset.UTC),
                  planned ? filed.scheduleEnd() : null,
                  way(given));
            });
  }

  @Override
  @Transactional(readOnly = true)
  public boolean isGivenOn(Film film, String role, String name) {
    return standing(film).stream()
        .flatMap(given -> basis(given, film).attachments().stream())
        .anyMatch(one -> one.counts() && one.is(role, name));
  }

  private Optional<Approval> standing(Film film) {
    List<Approval> all = register.standing(film.id(), ApprovalKind.GREENLIGHT);
    return all.stream()
        .filter(one -> one.state() == ApprovalState.APPROVED)
        .findFirst()
        .or(() -> all.stream().filter(one -> one.state() == ApprovalState.CONDITIONAL).findFirst());
  }

  /**
   * The package with the records as they stood when it was given; while conditions are open, now.
   */
  private PackageContents basis(Approval greenlight, Film film) {
    return reader.asOf(film, onFile(greenlight), when(greenlight), LocalDate.now(clock));
  }

  private List<String> lost(PackageContents basis) {
    List<String> lost = PackageChanges.losses(basis, reader.now(basis));
    shortfall(basis.film()).ifPresent(lost::add);
    return lost;
  }

  private static String way(Approval greenlight) {
    return greenlight.state() == ApprovalState.CONDITIONAL
        ? "Have the package returned first, so that it is filed anew."
        : "Ask to open %s again first (reopening).".formatted(greenlight.key());
  }

  private GreenlightPackage onFile(Approval greenlight) {
    return greenlights.filed(greenlight.key());
  }

  private Instant when(Approval greenlight) {
    return greenlight.settledAt() == null ? clock.instant() : greenlight.settledAt();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Money> secured(Film film) {
    return Optional.ofNullable(secured(List.of(film)).get(film.id()));
  }

  /**
   * What the greenlight was given on, as far as it holds today, and the new money approved since,
   * has to be covered by the newest plan.
   *
   * @return a sentence if it is not; empty also while no greenlight is given
   */
  private Optional<String> shortfall(Film film) {
    return greenlights.findLastApproved(film).flatMap(given -> shortfall(film, given));
  }

  private Optional<String> shortfall(Film film, Given given) {
    Money increases = budgets.newMoneySince(film, given.approvedAt());
    Money needed = given(film, given).plus(increases);
    return secured(film).orElseThrow().compareTo(needed) >= 0
        ? Optional.empty()
        : Optional.of(
            "Finance plan: it secures less than %s, of which %s are increases approved since."
                .formatted(needed.inWords(), increases.inWords()));
  }

  /** What the newest plan says today, and the new money approved since it was saved. */
  @Override
  @Transactional(readOnly = true)
  public Map<String, Money> secured(Collection<Film> films) {
    Map<String, PlanSummary> plans = finance.latestPlans(films, LocalDate.now(clock));
    Map<String, List<NewMoney>> increases = budgets.newMoney(films);
    Map<String, Money> secured = new HashMap<>();
    greenlights
        .lastApproved(films)
        .forEach(
            (film, given) ->
                secured.put(
                    film,
                    secured(
                        given,
                        Optional.ofNullable(plans.get(film)),
                        increases.getOrDefault(film, List.of()))));
    return secured;
  }

  private static Money secured(Given given, Optional<PlanSummary> newest, List<NewMoney> added) {
    return newest
        .filter(plan -> given.financePlan() != null || plan.savedAt().isAfter(given.approvedAt()))
        .map(plan -> and(added, later(plan.savedAt(), given), plan.funds()))
        .orElseGet(() -> and(added, given.approvedAt(), given.securedFunds()));
  }

  private static Money and(List<NewMoney> added, Instant since, Money funds) {
    return added.stream()
        .filter(increase -> increase.approvedAt().isAfter(since))
        .map(NewMoney::amount)
        .reduce(funds, Money::plus);
  }

  @Override
  @Transactional(readOnly = true)
  public List<String> openConditions(Film film) {
    return standing(film)
        .filter(given -> given.state() == ApprovalState.CONDITIONAL)
        .map(conditions::current)
        .orElse(List.of())
        .stream()
        .filter(Condition::isOpen)
        .map(Condition::inWords)
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, ConditionCount> conditions(Collection<Film> films) {
    return conditions.counts(Films.ids(films));
  }

  /** What the greenlight was given on, as far as it holds today. */
  private Money given(Film film, Given given) {
    if (given.financePlan() == null) {
      return given.securedFunds();
    }
    int version = Math.max(given.financePlan(), finance.latestPlan(film, given.approvedAt()));
    return finance.plan(film, version, LocalDate.now(clock)).orElseThrow().funds();
  }

  private static Instant later(Instant savedAt, Given given) {
    return savedAt.isAfter(given.approvedAt()) ? savedAt : given.approvedAt();
  }
}
