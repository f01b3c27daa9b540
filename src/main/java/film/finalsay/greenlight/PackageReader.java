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
  private final GreenlightRepository greenlights;

  PackageReader(
      FilmScripts scripts,
      FilmBudgets budgets,
      FilmFinance finance,
      GreenlightRepository greenlights) {
    this.scripts = scripts;
    this.budgets = budgets;
    this.finance = finance;
    this.greenlights = greenlights;
  }

  /** A package as it was filed. */
  PackageContents filed(Film film, String approvalKey, LocalDate day) {
    return read(film, greenlights.filed(approvalKey), greenlights.filedItems(approvalKey), day);
  }

  /** The same package with the newest of what it takes from the film's records. */
  PackageContents now(PackageContents was) {
    Film film = was.film();
    GreenlightPackage newest = upToDate(film, was.filed(), was.day());
    return read(film, newest, greenlights.items(film), was.day());
  }

  private PackageContents read(
      Film film, GreenlightPackage filed, List<KeptItem> items, LocalDate day) {
    return new PackageContents(
        film,
        filed,
        items,
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
            .flatMap(version -> greenlights.attachments(film, version))
            .map(AttachmentList::attachments)
            .orElse(List.of()));
  }

  /** The same package with the newest of what it takes from the film's records. */
  GreenlightPackage upToDate(Film film, GreenlightPackage filed, LocalDate day) {
    int attached = greenlights.latestAttachments(film);
    return filed.with(
        finance.plan(film, day).map(PlanSummary::version).orElse(null),
        finance.salesEstimates(film).map(EstimatesSummary::version).orElse(null),
        attached == 0 ? null : attached);
  }

  /**
   * The same package with what was the newest at a time, and nothing older than it was filed with:
   * clocks of two nodes differ. Its items as they are, for they have no versions.
   */
  PackageContents asOf(Film film, GreenlightPackage filed, Instant when, LocalDate day) {
    GreenlightPackage then =
        filed.with(
            later(filed.financePlan(), finance.planAt(film, when).map(PlanSummary::version)),
            later(
                filed.salesEstimates(),
                finance.salesEstimatesAt(film, when).map(EstimatesSummary::version)),
            later(
                filed.keyAttachments(),
                Optional.of(greenlights.latestAttachments(film, when))
                    .filter(version -> version > 0)));
    return read(film, then, greenlights.items(film), day);
  }

  private static Integer later(Integer filed, Optional<Integer> found) {
    return found.filter(version -> filed == null || version > filed).orElse(filed);
  }
}
