package film.finalsay.drawdown;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.approval.Role;
import film.finalsay.approval.Rows;
import film.finalsay.approval.Scope;
import film.finalsay.film.Film;
import film.finalsay.film.FilmFinance;
import film.finalsay.film.FilmFinance.PlanSummary;
import film.finalsay.film.FilmFinance.SourceKind;
import film.finalsay.film.FilmFinance.SourceSummary;
import film.finalsay.film.Films;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import film.finalsay.sql.Versions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The versions of each film's cash-flow schedule. */
@Service
@Transactional
public class CashFlows {

  private static final Set<Role> SCHEDULING =
      EnumSet.of(
          Role.PRODUCTION_ACCOUNTANT,
          Role.LINE_PRODUCER,
          Role.PRODUCER,
          Role.CO_EXECUTIVE_PRODUCER,
          Role.EXECUTIVE_PRODUCER);
  private static final String TRANCHES = "tranches";
  private static final int MAX_TRANCHES = 300;
  private static final int MAX_MILESTONE = 500;
  static final int MAX_SOURCE = 200;
  static final int MAX_TRANCHE = 60;

  private final CashFlowRepository schedules;
  private final DrawdownRepository drawdowns;
  private final FilmFinance finance;
  private final Films films;
  private final Ledger ledger;
  private final Clock clock;

  CashFlows(
      CashFlowRepository schedules,
      DrawdownRepository drawdowns,
      FilmFinance finance,
      Films films,
      Ledger ledger,
      Clock clock) {
    this.schedules = schedules;
    this.drawdowns = drawdowns;
    this.finance = finance;
    this.films = films;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * A tranche, and what was taken of it.
   *
   * @param left negative if more was taken than it has now
   */
  public record TrancheStanding(Tranche tranche, Taken taken, Money left) {}

  /**
   * Saves a new version; those before stay.
   *
   * @param sent {@code tranches}, and {@code basedOn}, the version that it was made from, if
   *     somebody else's save in between shall not be passed over
   * @throws BusinessRuleException if a field is wrong, the tranches of a source come to more than
   *     it gives, this person may not, or (conflict) another version was saved since, or less would
   *     be left of a tranche than was taken of it
   */
  public CashFlow save(String filmId, Map<String, ?> sent, String person) {
    Inputs inputs = Inputs.of(sent);
    return save(
        filmId,
        person,
        inputs.optionalOrdinal("basedOn"),
        film -> {
          List<Tranche> tranches =
              Rows.read(inputs, TRANCHES, MAX_TRANCHES, row -> tranche(row, film));
          inputs.requireNothingElse();
          return tranches;
        });
  }

  /** The same from a file. */
  public CashFlow save(String filmId, byte[] csv, String person) {
    return save(
        filmId, person, Optional.empty(), film -> CashFlowCsv.read(csv, row -> tranche(row, film)));
  }

  private CashFlow save(
      String filmId, String person, Optional<Integer> basedOn, Function<Film, List<Tranche>> sent) {
    Film film = films.lock(filmId);
    Role role = films.roleAmong(SCHEDULING, person, film, Scope.MONEY, "save its cash flow");
    List<Tranche> tranches = sent.apply(film);
    requireSome(tranches);
    int before = schedules.latest(film);
    basedOn
        .filter(version -> version != before)
        .ifPresent(
            version -> {
              throw conflict(
                  "Version %d of the cash flow is not the newest any more; that is version %d. Look"
                      + " at it before you save yours.",
                  version, before);
            });
    CashFlow saved = new CashFlow(before + 1, film.currency(), tranches, person, clock.instant());
    requireWithinPlan(film, saved);
    requireTakenKept(film, saved);
    schedules.insert(film, saved);
    ledger.append(film.id(), entry(saved).by(person, role));
    return one(film, saved.version());
  }

  /**
   * @param version null for the newest
   * @throws BusinessRuleException (not found) if there is none
   */
  @Transactional(readOnly = true)
  public CashFlow one(Film film, Integer version) {
    return schedules
        .find(film, version == null ? schedules.latest(film) : version)
        .orElseThrow(() -> Versions.missing(film.inWords(), "cash flow", version));
  }

  /** The newest; empty while there is none. */
  @Transactional(readOnly = true)
  Optional<CashFlow> newest(Film film) {
    return schedules.find(film, schedules.latest(film));
  }

  /** The newest first. */
  @Transactional(readOnly = true)
  public List<CashFlow> page(Film film, int limit, long offset) {
    return schedules.page(film, limit, offset);
  }

  /** The tranches of a version as they stand now. */
  @Transactional(readOnly = true)
  public List<TrancheStanding> standing(Film film, CashFlow schedule) {
    List<Drawdown> all = drawdowns.standing(film);
    return schedule.tranches().stream()
        .map(
            tranche -> {
              Taken taken = taken(all, tranche.source(), tranche.tranche(), film);
              return new TrancheStanding(tranche, taken, taken.left(tranche.most()));
            })
        .toList();
  }

  static Taken taken(List<Drawdown> all, String source, String tranche, Film film) {
    return Taken.of(
        all, one -> one.source().equals(source) && one.tranche().equals(tranche), film.currency());
  }

  private static Tranche tranche(Inputs row, Film film) {
    return new Tranche(
        row.text("source", MAX_SOURCE),
        row.text("tranche", MAX_TRANCHE),
        earliest(row),
        row.optionalText("milestone", MAX_MILESTONE).orElse(null),
        row.money("most", film.currency()));
  }

  /** A day, or a week for its Monday. */
  private static LocalDate earliest(Inputs row) {
    String text = row.text("earliest", 40);
    try {
      LocalDate day =
          text.matches("\\d{4}-W\\d{2}")
              ? LocalDate.parse(text + "-1", DateTimeFormatter.ISO_WEEK_DATE)
              : LocalDate.parse(text);
      if (day.getYear() >= 1900 && day.getYear() <= 2199) {
        return day;
      }
    } catch (DateTimeParseException noDay) {
      // refused below, with every other text that is none
    }
    throw invalid("earliest", "has to be a day as in 2027-01-31, or a week as in 2027-W05.");
  }

  private static void requireSome(List<Tranche> tranches) {
    if (tranches.isEmpty() || tranches.size() > MAX_TRANCHES) {
      throw invalid(
          TRANCHES, "has %d tranches; 1 to %d are possible.", tranches.size(), MAX_TRANCHES);
    }
    Set<List<String>> seen = new HashSet<>();
    for (Tranche one : tranches) {
      if (!seen.add(List.of(one.source(), one.tranche().toLowerCase(Locale.ROOT)))) {
        throw invalid(
            TRANCHES,
            "%s is there twice; each is named once.",
            Tranche.inWords(one.source(), one.tranche()));
      }
    }
  }

  private void requireWithinPlan(Film film, CashFlow saved) {
    PlanSummary plan =
        finance
            .plan(film, finance.latestPlan(film), LocalDate.now(clock))
            .orElseThrow(
                () ->
                    conflict(
                        "%s has no finance plan yet whose sources could be drawn.",
                        film.inWords()));
    Map<String, SourceSummary> sources =
        plan.sources().stream().collect(Collectors.toMap(SourceSummary::name, Function.identity()));
    for (Tranche tranche : saved.tranches()) {
      SourceSummary source = sources.get(tranche.source());
      if (source == null) {
        throw invalid(
            TRANCHES,
            "names the source \"%s\", which the finance plan does not have.",
            tranche.source());
      }
      if (source.kind() == SourceKind.DEFERRAL) {
        throw invalid(
            TRANCHES, "draws %s, a deferral; that never comes in as cash.", source.name());
      }
      Money most = saved.most(source.name());
      if (most.compareTo(source.amount()) > 0) {
        throw invalid(
            TRANCHES,
            "come to %s for %s, which gives %s.",
            most.inWords(),
            source.name(),
            source.amount().inWords());
      }
    }
  }

  private void requireTakenKept(Film film, CashFlow saved) {
    List<Drawdown> all = drawdowns.standing(film);
    for (Drawdown one : all) {
      Taken taken = taken(all, one.source(), one.tranche(), film);
      Money most = saved.find(one.source(), one.tranche()).map(Tranche::most).orElse(film.zero());
      if (taken.left(most).isNegative()) {
        throw conflict(
            "%s of %s are drawn or asked for; the cash flow cannot have less there.",
            taken.all().inWords(), Tranche.inWords(one.source(), one.tranche()));
      }
    }
  }

  private static Event entry(CashFlow saved) {
    Event event =
        Event.of(Happening.CASH_FLOW_SAVED)
            .with("version", saved.version())
            .with("tranches", saved.tranches().size());
    for (String source : saved.tranches().stream().map(Tranche::source).distinct().toList()) {
      event = event.with("source " + source, saved.most(source).plain());
    }
    return event;
  }
}
