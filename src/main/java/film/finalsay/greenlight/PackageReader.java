package film.finalsay.greenlight;

import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import film.finalsay.film.FilmFinance;
import film.finalsay.film.FilmScripts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
    GreenlightPackage newest = upToDate(film, was.filed());
    return read(film, newest, greenlights.items(film), was.day());
  }

  private PackageContents read(
      Film film, GreenlightPackage filed, List<KeptItem> items, LocalDate day) {
    return new PackageContents(
        film,
        filed,
        items,
        day,
        found(filed.scriptDraft(), label -> scripts.draft(film.id(), label)),
        found(filed.budgetVersion(), number -> budgets.version(film, number)),
        found(filed.financePlan(), version -> finance.plan(film, version, day)),
        found(filed.salesEstimates(), version -> finance.salesEstimates(film, version)),
        Optional.ofNullable(filed.keyAttachments())
            .flatMap(version -> greenlights.attachments(film, version))
            .map(AttachmentList::attachments)
            .orElse(List.of()));
  }

  private static <K, V> V found(K named, Function<K, Optional<V>> record) {
    return Optional.ofNullable(named).flatMap(record).orElse(null);
  }

  /** The same package with the newest of what it takes from the film's records. */
  GreenlightPackage upToDate(Film film, GreenlightPackage filed) {
    return filed.with(
        later(null, finance.latestPlan(film)),
        later(null, finance.latestEstimates(film)),
        later(null, greenlights.latestAttachments(film)));
  }

  /**
   * The same package with what was the newest at a time, and nothing older than it was filed with:
   * clocks of two nodes differ. Its items as they are, for they have no versions.
   */
  PackageContents asOf(Film film, GreenlightPackage filed, Instant when, LocalDate day) {
    GreenlightPackage then =
        filed.with(
            later(filed.financePlan(), finance.latestPlan(film, when)),
            later(filed.salesEstimates(), finance.latestEstimates(film, when)),
            later(filed.keyAttachments(), greenlights.latestAttachments(film, when)));
    return read(film, then, greenlights.items(film), day);
  }

  /**
   * @param found 0 if there is none
   */
  private static Integer later(Integer filed, int found) {
    return found == 0 || (filed != null && filed >= found) ? filed : Integer.valueOf(found);
  }
}
