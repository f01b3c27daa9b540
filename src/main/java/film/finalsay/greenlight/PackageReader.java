package film.finalsay.greenlight;

import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import film.finalsay.film.FilmFinance;
import film.finalsay.film.FilmFinance.EstimatesSummary;
import film.finalsay.film.FilmFinance.PlanSummary;
import film.finalsay.film.FilmScripts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks up what a package names. */
@Component
class PackageReader {

  private final FilmScripts scripts;
  private final FilmBudgets budgets;
  private final FilmFinance finance;
  private final KeyAttachmentRepository attachments;
  private final PackageItemRepository items;

  PackageReader(
      FilmScripts scripts,
      FilmBudgets budgets,
      FilmFinance finance,
      KeyAttachmentRepository attachments,
      PackageItemRepository items) {
    this.scripts = scripts;
    this.budgets = budgets;
    this.finance = finance;
    this.attachments = attachments;
    this.items = items;
  }

  PackageContents read(Film film, GreenlightPackage filed, LocalDate day) {
    return new PackageContents(
        film,
        filed,
        day,
        Optional.ofNullable(filed.scriptDraft())
            .flatMap(label -> scripts.draft(film.id(), label))
            .orElse(null),
        Optional.ofNullable(filed.budgetVersion())
            .flatMap(number -> budgets.version(film, number))
            .orElse(null),
        Optional.ofNullable(filed.financePlan())
            .flatMap(version -> finance.plan(film, version, day))
            .orElse(null),
        Optional.ofNullable(filed.salesEstimates())
            .flatMap(version -> finance.salesEstimates(film, version))
            .orElse(null),
        Optional.ofNullable(filed.keyAttachments())
            .flatMap(version -> attachments.find(film.id(), version))
            .map(AttachmentList::attachments)
            .orElse(List.of()));
  }

  /** The same package with the newest of what it takes from the film's records. */
  GreenlightPackage upToDate(Film film, GreenlightPackage filed, LocalDate day) {
    int attached = attachments.latest(film.id());
    return with(
        film,
        filed,
        finance.plan(film, day).map(PlanSummary::version).orElse(null),
        finance.salesEstimates(film).map(EstimatesSummary::version).orElse(null),
        attached == 0 ? null : attached);
  }

  /**
   * The same package with what was the newest at a time, and nothing older than it was filed with:
   * clocks of two nodes differ. Its items as they are, for they have no versions.
   */
  GreenlightPackage asOf(Film film, GreenlightPackage filed, Instant when) {
    return with(
        film,
        filed,
        later(filed.financePlan(), finance.planAt(film, when).map(PlanSummary::version)),
        later(
            filed.salesEstimates(),
            finance.salesEstimatesAt(film, when).map(EstimatesSummary::version)),
        later(
            filed.keyAttachments(),
            Optional.of(attachments.latest(film.id(), when)).filter(version -> version > 0)));
  }

  private static Integer later(Integer filed, Optional<Integer> found) {
    return found.filter(version -> filed == null || version > filed).orElse(filed);
  }

  private GreenlightPackage with(
      Film film, GreenlightPackage filed, Integer plan, Integer estimates, Integer attached) {
    return new GreenlightPackage(
        filed.logline(),
        filed.vision(),
        filed.budgetVersion(),
        filed.scriptDraft(),
        filed.scheduleStart(),
        filed.scheduleEnd(),
        plan,
        estimates,
        attached,
        items.ofFilm(film.id()));
  }
}
