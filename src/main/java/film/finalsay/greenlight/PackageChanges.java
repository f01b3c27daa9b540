package film.finalsay.greenlight;

import film.finalsay.film.FilmFinance.EstimatesSummary;
import film.finalsay.film.FilmFinance.PlanSummary;
import java.util.ArrayList;
import java.util.List;

/**
 * What has changed in the film's records since a package was filed with them. Whoever decides is
 * shown what was filed, so a greenlight is given on it only while that is how things stand.
 */
final class PackageChanges {

  private final PackageContents filed;
  private final PackageContents now;
  private final List<String> changes = new ArrayList<>();

  private PackageChanges(PackageContents filed, PackageContents now) {
    this.filed = filed;
    this.now = now;
  }

  /**
   * @param now the same package with the newest of everything
   * @return a sentence for each
   */
  static List<String> between(PackageContents filed, PackageContents now) {
    PackageChanges changes = new PackageChanges(filed, now);
    changes.plan(filed.plan(), now.plan());
    changes.estimates(filed.estimates(), now.estimates());
    if (!filed.attachments().equals(now.attachments())) {
      changes.changes.add("The key attachments: they were changed since this was filed.");
    }
    changes.items();
    return changes.changes;
  }

  /** What is on file now is never older than what was filed. */
  private void plan(PlanSummary was, PlanSummary is) {
    if (is != null && (was == null || !was.sources().equals(is.sources()))) {
      changes.add(
          "The finance plan: version %d was saved, and this was filed with %s."
              .formatted(is.version(), was == null ? "none" : "version " + was.version()));
    }
  }

  private void estimates(EstimatesSummary was, EstimatesSummary is) {
    boolean same =
        is == null
            || (was != null
                && was.agent().equals(is.agent())
                && was.date().equals(is.date())
                && was.territories().equals(is.territories())
                && String.valueOf(was.document()).equals(String.valueOf(is.document())));
    if (!same) {
      changes.add(
          "The sales estimates: version %d was saved, and this was filed with %s."
              .formatted(is.version(), was == null ? "none" : "version " + was.version()));
    }
  }

  private void items() {
    for (KeptItem was : filed.filed().items()) {
      now.filed().items().stream()
          .filter(is -> is.item() == was.item() && !is.equals(was))
          .findFirst()
          .ifPresent(is -> item(was, is));
    }
  }

  private void item(KeptItem was, KeptItem is) {
    changes.add(
        "%s: %s, and this was filed with it %s%s."
            .formatted(
                was.item().title(),
                is.state().inWords(),
                was.state().inWords(),
                was.state() == is.state() ? ", its evidence or owner another" : ""));
  }
}
