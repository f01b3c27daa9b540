package film.finalsay.film;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import film.finalsay.approval.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the rest of the product may ask of how a film is paid for, and of what it may sell for. */
public interface FilmFinance {

  /** Where money for a film comes from. */
  enum SourceKind {
    EQUITY,
    /**
     * A minimum guarantee or licence fee for a territory or a window, sold before the film is made.
     */
    PRESALE,
    TAX_INCENTIVE,
    /** A public fund or a foundation; soft money that is no tax incentive. */
    GRANT,
    /** A loan against territories that are not sold yet. */
    GAP,
    /** A fee that its payee is paid only from what the film earns. */
    DEFERRAL;

    /** As a sentence writes it: {@code tax incentive}. */
    public String inWords() {
      return this == GAP ? "gap loan" : name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  enum SourceState {
    CONFIRMED,
    PENDING
  }

  /** What a source is worth on a day. */
  enum Standing {
    /** Money that one may count on. */
    SECURED,
    /** A deferral that one may count on. */
    DEFERRED,
    /** What may come, be it money or deferred. */
    PENDING,
    /** What comes no more. */
    EXPIRED;

    public String inWords() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One source of a finance plan.
   *
   * @param name of whoever pays, or defers; unique in its plan
   * @param amount above zero
   * @param terms empty if none are named
   * @param expires the last day on which it holds; null if it does not expire
   * @param document SHA-256 of what shows it; null if nothing does
   */
  record SourceSummary(
      String name,
      SourceKind kind,
      Money amount,
      SourceState state,
      String terms,
      LocalDate expires,
      String document) {

    public Standing standing(LocalDate day) {
      if (expires != null && expires.isBefore(day)) {
        return Standing.EXPIRED;
      } else if (state == SourceState.PENDING) {
        return Standing.PENDING;
      }
      return kind == SourceKind.DEFERRAL ? Standing.DEFERRED : Standing.SECURED;
    }
  }

  /**
   * A version of a finance plan on a day.
   *
   * <p>Secured is what is confirmed and has not expired: a letter of intent, or a presale whose
   * option has run out, pays nobody. A deferral never comes in as cash, so it is not among the
   * secured money. Confirmed, it lowers the cash that the film needs instead: budget less deferrals
   * is what banks and completion guarantors know as the cash budget.
   *
   * @param version from 1
   */
  record PlanSummary(
      int version,
      Currency currency,
      @JsonIgnore LocalDate day,
      @JsonIgnore List<SourceSummary> sources,
      String savedBy,
      Instant savedAt) {

    @JsonProperty
    public Money secured() {
      return sum(Standing.SECURED);
    }

    @JsonProperty
    public Money deferred() {
      return sum(Standing.DEFERRED);
    }

    @JsonProperty
    public Money pending() {
      return sum(Standing.PENDING);
    }

    /** What an estimated final cost is held against: it carries a deferred fee in full. */
    public Money funds() {
      return secured().plus(deferred());
    }

    /** What has to come in cash, never below zero. */
    public Money cashNeeded(Money budget) {
      return atLeastZero(budget.minus(deferred()));
    }

    /** What is not secured of the cash needed, never below zero. */
    public Money unsecured(Money budget) {
      return atLeastZero(cashNeeded(budget).minus(secured()));
    }

    /** What no source is named for, confirmed or pending; never below zero. */
    public Money gap(Money budget) {
      return atLeastZero(unsecured(budget).minus(pending()));
    }

    private Money sum(Standing counts) {
      return sources.stream()
          .filter(source -> source.standing(day) == counts)
          .map(SourceSummary::amount)
          .reduce(Money.zero(currency), Money::plus);
    }

    private static Money atLeastZero(Money money) {
      return money.isNegative() ? Money.zero(money.currency()) : money;
    }
  }

  /**
   * What a film may sell for in one territory.
   *
   * @param ask what the agent will ask
   * @param take the least that the agent will accept, at most the ask
   */
  record TerritorySummary(String territory, Money ask, Money take) {}

  /**
   * What a sales agent expects a film to sell for: one version of the sheet.
   *
   * @param version from 1
   * @param date when the agent estimated it
   * @param document SHA-256 of the agent's sheet; null if none was uploaded
   */
  record EstimatesSummary(
      int version,
      Currency currency,
      String agent,
      LocalDate date,
      String document,
      List<TerritorySummary> territories,
      String savedBy,
      Instant savedAt) {

    @JsonProperty
    public Money ask() {
      return sum(TerritorySummary::ask);
    }

    @JsonProperty
    public Money take() {
      return sum(TerritorySummary::take);
    }

    private Money sum(Function<TerritorySummary, Money> figure) {
      return territories.stream().map(figure).reduce(Money.zero(currency), Money::plus);
    }
  }

  /**
   * @return 0 while the film has no finance plan
   */
  int latestPlan(Film film);

  /**
   * The newest version that was saved by a time.
   *
   * @return 0 if there was none
   */
  int latestPlan(Film film, Instant when);

  Optional<PlanSummary> plan(Film film, int version, LocalDate on);

  /** The newest plan of each of these films, by film; without those that have none. */
  Map<String, PlanSummary> latestPlans(Collection<Film> films, LocalDate on);

  /**
   * @return 0 while the film has no sales estimates
   */
  int latestEstimates(Film film);

  /**
   * The newest version that was saved by a time.
   *
   * @return 0 if there were none
   */
  int latestEstimates(Film film, Instant when);

  Optional<EstimatesSummary> salesEstimates(Film film, int version);
}
