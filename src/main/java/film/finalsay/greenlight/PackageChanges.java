package film.finalsay.greenlight;

import film.finalsay.film.FilmFinance.EstimatesSummary;
import film.finalsay.film.FilmFinance.PlanSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What has changed in the film's records since a package was filed with them. Whoever decides is
 * shown what was filed, so a greenlight is given on it only while that is how things stand.
 */
final class PackageChanges {

  private PackageChanges() {}

  /**
   * @param now the same package with the newest of everything, never older than what was filed
   * @return a sentence for each
   */
  static List<String> between(PackageContents filed, PackageContents now) {
    List<String> changes = new ArrayList<>();
    PlanSummary plan = filed.plan();
    if (now.plan() != null && (plan == null || !plan.sources().equals(now.plan().sources()))) {
      changes.add(saved("finance plan", now.plan().version(), plan == null ? 0 : plan.version()));
    }
    EstimatesSummary estimates = filed.estimates();
    if (now.estimates() != null && !saySame(estimates, now.estimates())) {
      changes.add(
          saved(
              "sales estimates",
              now.estimates().version(),
              estimates == null ? 0 : estimates.version()));
    }
    if (!filed.attachments().equals(now.attachments())) {
      changes.add("The key attachments: they were changed since this was filed.");
    }
    for (KeptItem was : filed.items()) {
      KeptItem is = KeptItem.among(now.items(), was.item());
      if (!is.equals(was)) {
        changes.add(
            "%s: %s, and this was filed with it %s%s."
                .formatted(
                    was.item().title(),
                    is.state().inWords(),
                    was.state().inWords(),
                    was.state() == is.state() ? ", its evidence or owner another" : ""));
      }
    }
    return changes;
  }

  private static boolean saySame(EstimatesSummary was, EstimatesSummary is) {
    return was != null
        && was.agent().equals(is.agent())
        && was.date().equals(is.date())
        && was.territories().equals(is.territories())
        && Objects.equals(was.document(), is.document());
  }

  private static String saved(String what, int version, int filedWith) {
    return "The %s: version %d was saved, and this was filed with %s."
        .formatted(what, version, filedWith == 0 ? "none" : "version " + filedWith);
  }
}
