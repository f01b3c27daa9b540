package film.finalsay.finance;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Fingerprint;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.approval.Role;
import film.finalsay.approval.Scope;
import film.finalsay.film.Film;
import film.finalsay.film.FilmCosts;
import film.finalsay.film.FilmDrawdowns;
import film.finalsay.film.FilmFinance.EstimatesSummary;
import film.finalsay.film.FilmFinance.PlanSummary;
import film.finalsay.film.FilmFinance.SourceSummary;
import film.finalsay.film.FilmGreenlight;
import film.finalsay.film.Films;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import film.finalsay.sql.Versions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The versions of each film's finance plan, each as it stands today, and of its sales estimates.
 */
@Service
@Transactional
public class FinancePlans {

  private static final Set<Role> FINANCING =
      EnumSet.of(Role.PRODUCER, Role.CO_EXECUTIVE_PRODUCER, Role.EXECUTIVE_PRODUCER);

  private static final int MAX_AGENT = 200;

  private final FinanceRepository finance;
  private final SentPlan sent;
  private final FilmGreenlight greenlight;
  private final FilmCosts costs;
  private final FilmDrawdowns drawdowns;
  private final Films films;
  private final Ledger ledger;
  private final Clock clock;

  FinancePlans(
      FinanceRepository finance,
      SentPlan sent,
      FilmGreenlight greenlight,
      FilmCosts costs,
      FilmDrawdowns drawdowns,
      Films films,
      Ledger ledger,
      Clock clock) {
    this.finance = finance;
    this.sent = sent;
    this.greenlight = greenlight;
    this.costs = costs;
    this.drawdowns = drawdowns;
    this.films = films;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Saves a new version; those before stay.
   *
   * @param plan {@code sources}, and {@code basedOn}, the version that it was made from, if
   *     somebody else's save in between shall not be passed over
   * @throws BusinessRuleException if a field is wrong, this person may not, or (conflict) another
   *     version has been saved since, a source would give less than was drawn of it, or a
   *     greenlight rests on what would be lost
   */
  public PlanSummary save(String filmId, Map<String, ?> plan, String person) {
    Film film = films.lock(filmId);
    Role role = films.roleAmong(FINANCING, person, film, Scope.MONEY, "save its finance plan");
    Inputs inputs = Inputs.of(plan);
    List<SourceSummary> sources = sent.sources(inputs, film);
    int before = finance.latestPlan(film);
    requireBasedOn(inputs, before, "finance plan");
    inputs.requireNothingElse();
    requireDrawnKept(film, sources);
    PlanSummary saved =
        new PlanSummary(before + 1, film.currency(), today(), sources, person, clock.instant());
    boolean stopped = costs.hardStop(film).isPresent();
    greenlight.keep(film, () -> finance.insert(filmId, saved));
    Event event =
        Event.of(Happening.FINANCE_PLAN_SAVED)
            .by(person, role)
            .with("version", saved.version())
            .with("secured", saved.secured().plain())
            .with("deferred", saved.deferred().plain())
            .with("pending", saved.pending().plain());
    for (SourceSummary source : sources) {
      event = event.with("source " + source.name(), inWords(source));
    }
    ledger.append(filmId, event);
    costs.fundsChanged(film, stopped, person, role);
    return one(film, saved.version());
  }

  private void requireDrawnKept(Film film, List<SourceSummary> sources) {
    drawdowns
        .drawn(film)
        .forEach(
            (name, drawn) -> {
              Money gives =
                  sources.stream()
                      .filter(source -> source.name().equals(name))
                      .map(SourceSummary::amount)
                      .findFirst()
                      .orElse(film.zero());
              if (gives.compareTo(drawn) < 0) {
                throw conflict(
                    "%s of %s are drawn; the finance plan cannot have less of it.",
                    drawn.inWords(), name);
              }
            });
  }

  /**
   * @param version null for the newest
   * @throws BusinessRuleException (not found) if there is none
   */
  @Transactional(readOnly = true)
  public PlanSummary one(Film film, Integer version) {
    int number = version == null ? finance.latestPlan(film) : version;
    return finance
        .plan(film, number, today())
        .orElseThrow(() -> Versions.missing(film.inWords(), "finance plan", version));
  }

  /** The newest first. */
  @Transactional(readOnly = true)
  public List<PlanSummary> page(Film film, int limit, long offset) {
    return finance.plans(film, today(), limit, offset);
  }

  /**
   * Saves a new version of the sales estimates; those before stay.
   *
   * @param estimates {@code agent}, {@code date}, {@code document}, {@code territories}, and {@code
   *     basedOn} as with a finance plan
   * @throws BusinessRuleException if a field is wrong, this person may not, or (conflict) another
   *     version has been saved since, or a greenlight rests on what would be lost
   */
  public EstimatesSummary saveEstimates(String filmId, Map<String, ?> estimates, String person) {
    Film film = films.lock(filmId);
    Role role = films.roleAmong(FINANCING, person, film, Scope.MONEY, "save its sales estimates");
    Inputs head = Inputs.of(estimates);
    LocalDate date = SentPlan.day("date", head);
    if (date == null) {
      throw invalid("date", "is missing; the day of the estimates is needed.");
    }
    int before = finance.latestEstimates(film);
    requireBasedOn(head, before, "sales estimates");
    EstimatesSummary saved =
        new EstimatesSummary(
            before + 1,
            film.currency(),
            head.text("agent", MAX_AGENT),
            date,
            sent.document(head, film),
            sent.territories(head, film),
            person,
            clock.instant());
    head.requireNothingElse();
    greenlight.keep(film, () -> finance.insert(filmId, saved));
    ledger.append(
        filmId,
        Event.of(Happening.SALES_ESTIMATES_SAVED)
            .by(person, role)
            .with("version", saved.version())
            .with("agent", saved.agent())
            .with("date", saved.date())
            .with("document", saved.document())
            .with("territories", saved.territories().size())
            .with("ask", saved.ask().plain())
            .with("take", saved.take().plain()));
    return estimates(film, saved.version());
  }

  /**
   * @param version null for the newest
   * @throws BusinessRuleException (not found) if there are none
   */
  @Transactional(readOnly = true)
  public EstimatesSummary estimates(Film film, Integer version) {
    int number = version == null ? finance.latestEstimates(film) : version;
    return finance
        .salesEstimates(film, number)
        .orElseThrow(() -> Versions.missing(film.inWords(), "sales estimates", version));
  }

  /** The newest first. */
  @Transactional(readOnly = true)
  public List<EstimatesSummary> estimates(Film film, int limit, long offset) {
    return finance.salesEstimates(film, limit, offset);
  }

  private static void requireBasedOn(Inputs sent, int latest, String what) {
    sent.optionalOrdinal("basedOn")
        .filter(basedOn -> basedOn != latest)
        .ifPresent(
            basedOn -> {
              throw conflict(
                  "Version %d of the %s is not the newest any more; that is version %d. Look at it"
                      + " before you save yours.",
                  basedOn, what, latest);
            });
  }

  /** Its terms by their SHA-256: the version keeps them, and a hundred of them fit no entry. */
  private static String inWords(SourceSummary source) {
    String terms = source.terms();
    return Stream.of(
            source.kind().name(),
            source.amount().plain(),
            source.state().name(),
            source.expires() == null ? "" : "until " + source.expires(),
            source.document() == null ? "" : source.document(),
            terms.isEmpty()
                ? ""
                : "terms " + Fingerprint.of(terms.getBytes(StandardCharsets.UTF_8)))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
