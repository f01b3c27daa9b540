package film.finalsay.finance;

import film.finalsay.film.Film;
import film.finalsay.film.FilmFinance;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What others may ask of a film's finances. */
@Service
@Transactional(readOnly = true)
class FinanceOnFile implements FilmFinance {

  private final FinanceRepository finance;

  FinanceOnFile(FinanceRepository finance) {
    this.finance = finance;
  }

  @Override
  public Optional<PlanSummary> plan(Film film, LocalDate on) {
    return plan(film, finance.latestPlan(film.id()), on);
  }

  @Override
  public Optional<PlanSummary> plan(Film film, int version, LocalDate on) {
    return finance.findPlan(film, version).map(plan -> summary(plan, on));
  }

  @Override
  public Optional<PlanSummary> planAt(Film film, Instant when) {
    return plan(
        film, finance.latestPlan(film.id(), when), LocalDate.ofInstant(when, ZoneOffset.UTC));
  }

  @Override
  public Optional<EstimatesSummary> salesEstimatesAt(Film film, Instant when) {
    return salesEstimates(film, finance.latestEstimate(film.id(), when));
  }

  @Override
  public Optional<EstimatesSummary> salesEstimates(Film film) {
    return salesEstimates(film, finance.latestEstimate(film.id()));
  }

  @Override
  public Optional<EstimatesSummary> salesEstimates(Film film, int version) {
    return finance.findEstimate(film, version).map(FinanceOnFile::summary);
  }

  private static PlanSummary summary(FinancePlan plan, LocalDate on) {
    return new PlanSummary(
        plan.version(),
        plan.savedAt(),
        plan.sources().stream().map(source -> summary(source, on)).toList(),
        plan.secured(on),
        plan.deferred(on),
        plan.pending(on));
  }

  private static SourceSummary summary(FinanceSource source, LocalDate on) {
    return new SourceSummary(
        source.name(),
        source.kind().name(),
        source.kind().inWords(),
        source.amount(),
        source.state().name(),
        source.terms(),
        source.expires(),
        source.document(),
        source.isExpired(on));
  }

  private static EstimatesSummary summary(SalesEstimate estimate) {
    return new EstimatesSummary(
        estimate.version(),
        estimate.agent(),
        estimate.date(),
        estimate.document(),
        estimate.territories().stream()
            .map(one -> new TerritorySummary(one.name(), one.ask(), one.take()))
            .toList(),
        estimate.ask(),
        estimate.take());
  }
}
