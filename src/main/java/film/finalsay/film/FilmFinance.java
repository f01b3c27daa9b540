package film.finalsay.film;

import film.finalsay.approval.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the rest of the product may ask of how a film is paid for, and of what it may sell for. */
public interface FilmFinance {

  /**
   * One source of a finance plan on a day.
   *
   * @param kind as the plan names it: {@code PRESALE}
   * @param kindInWords {@code presale}
   * @param state {@code CONFIRMED} or {@code PENDING}, whatever the day
   * @param terms empty if none are named
   * @param expires the last day on which it holds; null if it does not expire
   * @param document SHA-256 of what shows it; null if nothing does
   * @param expired whether it holds no more on that day
   */
  record SourceSummary(
      String name,
      String kind,
      String kindInWords,
      Money amount,
      String state,
      String terms,
      LocalDate expires,
      String document,
      boolean expired) {}

  /**
   * A version of a finance plan on a day.
   *
   * @param secured confirmed money that comes in cash
   * @param deferred confirmed deferrals: what is not paid until the film earns
   * @param pending what is not confirmed yet, deferrals included
   */
  record PlanSummary(
      int version,
      Instant savedAt,
      List<SourceSummary> sources,
      Money secured,
      Money deferred,
      Money pending) {

    /** What an estimated final cost is held against: it carries a deferred fee in full. */
    public Money funds() {
      return secured.plus(deferred);
    }

    /** What has to come in cash, never below zero. */
    public Money cashNeeded(Money budget) {
      return atLeastZero(budget.minus(deferred));
    }

    /** What is not secured of the cash needed, never below zero. */
    public Money unsecured(Money budget) {
      return atLeastZero(cashNeeded(budget).minus(secured));
    }

    /** What no source is named for, confirmed or pending; never below zero. */
    public Money gap(Money budget) {
      return atLeastZero(unsecured(budget).minus(pending));
    }

    private static Money atLeastZero(Money money) {
      return money.isNegative() ? Money.zero(money.currency()) : money;
    }
  }

  record TerritorySummary(String territory, Money ask, Money take) {}

  /**
   * A version of the sales estimates.
   *
   * @param document SHA-256 of the agent's sheet; null if none was uploaded
   * @param ask sum of what the agent will ask
   * @param take sum of what the agent will accept
   */
  record EstimatesSummary(
      int version,
      String agent,
      LocalDate date,
      String document,
      List<TerritorySummary> territories,
      Money ask,
      Money take) {}

  /**
   * @return the newest version; empty while the film has no finance plan
   */
  Optional<PlanSummary> plan(Film film, LocalDate on);

  Optional<PlanSummary> plan(Film film, int version, LocalDate on);

  /** The newest version that was saved by a time, as of that day. */
  Optional<PlanSummary> planAt(Film film, Instant when);

  /** The newest version that was saved by a time. */
  Optional<EstimatesSummary> salesEstimatesAt(Film film, Instant when);

  /**
   * @return the newest version; empty while the film has none
   */
  Optional<EstimatesSummary> salesEstimates(Film film);

  Optional<EstimatesSummary> salesEstimates(Film film, int version);
}
