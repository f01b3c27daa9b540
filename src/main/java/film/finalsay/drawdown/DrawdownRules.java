package film.finalsay.drawdown;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.FilmCosts;
import film.finalsay.film.FilmCosts.ReportSummary;
import film.finalsay.film.FilmFinance;
import film.finalsay.film.FilmFinance.SourceSummary;
import film.finalsay.film.FilmFinance.Standing;
import film.finalsay.film.FilmGreenlight;
import film.finalsay.film.FilmSpending;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What always holds of a drawdown. Call it with the film locked. */
@Component
class DrawdownRules {

  private final FilmSpending spending;
  private final FilmGreenlight greenlight;
  private final FilmCosts costs;
  private final FilmFinance finance;
  private final CashFlows schedules;
  private final DrawdownRepository drawdowns;
  private final DrawdownTerms terms;
  private final Clock clock;

  DrawdownRules(
      FilmSpending spending,
      FilmGreenlight greenlight,
      FilmCosts costs,
      FilmFinance finance,
      CashFlows schedules,
      DrawdownRepository drawdowns,
      DrawdownTerms terms,
      Clock clock) {
    this.spending = spending;
    this.greenlight = greenlight;
    this.costs = costs;
    this.finance = finance;
    this.schedules = schedules;
    this.drawdowns = drawdowns;
    this.terms = terms;
    this.clock = clock;
  }

  /**
   * Stands before the filing and before the effect.
   *
   * @param own the request's number, which does not count against itself; null for a new one
   * @throws BusinessRuleException (conflict) while nothing may be drawn, or another request is open
   *     for the tranche; (invalid) naming what it does not allow
   */
  void require(Film film, Draw draw, String own) {
    requireMoneyMayCome(film);
    SourceSummary source = source(film, draw);
    Tranche tranche = tranche(film, draw, source);
    List<Drawdown> others =
        drawdowns.standing(film).stream().filter(one -> !one.approvalKey().equals(own)).toList();
    requireNoneOpen(draw, others);
    requireLeft(draw, CashFlows.taken(others, draw.source(), draw.tranche(), film), tranche);
    requireLeft(draw, ofSource(others, draw, film), source);
  }

  /**
   * Stands before the filing alone: what was true then is signed, and grows older while others
   * answer.
   *
   * @throws BusinessRuleException (invalid) naming the field
   */
  void requireTimely(Film film, Draw draw) {
    LocalDate today = LocalDate.now(clock);
    if (draw.valueDate().isBefore(today) || draw.valueDate().isAfter(today.plusYears(1))) {
      throw invalid(Draw.VALUE_DATE, "has to be a day from %s, within a year.", today);
    }
    ReportSummary report =
        costs
            .report(film, draw.costReport())
            .orElseThrow(
                () ->
                    invalid(
                        Draw.COST_REPORT,
                        "%s has no cost report %d.",
                        film.inWords(),
                        draw.costReport()));
    int days = terms.reportAge(source(film, draw).kind());
    if (report.weekEnding().plusDays(days).isBefore(today)) {
      throw invalid(
          Draw.COST_REPORT,
          "%d is of the week ending %s; a drawdown rests on one that is at most %d days old.",
          report.number(),
          report.weekEnding(),
          days);
    }
  }

  /** What the source gives by today's plan; empty if there is no such source. */
  Optional<SourceSummary> find(Film film, String source) {
    return finance.plan(film, finance.latestPlan(film), LocalDate.now(clock)).stream()
        .flatMap(plan -> plan.sources().stream())
        .filter(one -> one.name().equals(source))
        .findFirst();
  }

  private void requireMoneyMayCome(Film film) {
    spending.requireSpendable(film);
    if (greenlight.secured(film).isEmpty()) {
      throw conflict("%s is not greenlit; its sources are drawn once it is.", film.inWords());
    }
    costs
        .hardStop(film)
        .ifPresent(
            why -> {
              throw conflict("Nothing is drawn under a hard stop. %s", why);
            });
  }

  private SourceSummary source(Film film, Draw draw) {
    SourceSummary source =
        find(film, draw.source())
            .orElseThrow(
                () ->
                    invalid(
                        Draw.SOURCE,
                        "the finance plan of %s has no source \"%s\".",
                        film.inWords(),
                        draw.source()));
    Standing standing = source.standing(LocalDate.now(clock));
    if (standing != Standing.SECURED) {
      throw invalid(
          Draw.SOURCE,
          "%s is %s; only what is confirmed and has not expired is drawn.",
          source.name(),
          standing.inWords());
    }
    return source;
  }

  private Tranche tranche(Film film, Draw draw, SourceSummary source) {
    Tranche tranche =
        schedules
            .newest(film)
            .flatMap(schedule -> schedule.find(draw.source(), draw.tranche()))
            .orElseThrow(() -> invalid(Draw.TRANCHE, "the cash flow has no %s.", draw.inWords()));
    if (draw.valueDate().isBefore(tranche.earliest())) {
      throw invalid(
          Draw.VALUE_DATE,
          "is before %s, from which %s may be drawn.",
          tranche.earliest(),
          draw.inWords());
    }
    if (source.expires() != null && draw.valueDate().isAfter(source.expires())) {
      throw invalid(
          Draw.VALUE_DATE, "is after %s, when %s expires.", source.expires(), source.name());
    }
    return tranche;
  }

  private static void requireNoneOpen(Draw draw, List<Drawdown> others) {
    others.stream()
        .filter(Drawdown::isOpen)
        .filter(one -> one.source().equals(draw.source()) && one.tranche().equals(draw.tranche()))
        .findFirst()
        .ifPresent(
            other -> {
              throw conflict(
                  "%s is open for %s already; it is settled or withdrawn before the next.",
                  other.approvalKey(), draw.inWords());
            });
  }

  private static void requireLeft(Draw draw, Taken taken, Tranche tranche) {
    requireLeft(draw, taken, tranche.most(), draw.inWords());
  }

  private static void requireLeft(Draw draw, Taken taken, SourceSummary source) {
    requireLeft(draw, taken, source.amount(), source.name());
  }

  private static void requireLeft(Draw draw, Taken taken, Money of, String what) {
    Money left = taken.left(of);
    if (draw.amount().compareTo(left) > 0) {
      throw invalid(
          Draw.AMOUNT,
          "%s is more than what is left of %s, %s: of %s, %s are drawn and %s asked for.",
          draw.amount().inWords(),
          what,
          left.inWords(),
          of.inWords(),
          taken.drawn().inWords(),
          taken.open().inWords());
    }
  }

  static Taken ofSource(List<Drawdown> all, Draw draw, Film film) {
    return Taken.of(all, one -> one.source().equals(draw.source()), film.currency());
  }
}
