package film.finalsay.greenlight;

import film.finalsay.approval.Money;
import film.finalsay.film.FilmFinance.EstimatesSummary;
import film.finalsay.film.FilmFinance.PlanSummary;
import java.util.ArrayList;
import java.util.List;

/**
 * What has changed in the film's records since a package was filed with them. Whoever decides is
 * shown what was filed, so a greenlight is given on it only while that is how things stand.
 */
final class PackageChanges {

  /**
   * @param worse whether what was shown is more than what there is now
   */
  record Change(String sentence, boolean worse) {}

  private final PackageContents filed;
  private final PackageContents now;
  private final List<Change> changes = new ArrayList<>();

  private PackageChanges(PackageContents filed, PackageContents now) {
    this.filed = filed;
    this.now = now;
  }

  /**
   * @param now the same package with the newest of everything
   */
  static List<Change> between(PackageContents filed, PackageContents now) {
    PackageChanges changes = new PackageChanges(filed, now);
    changes.plan(filed.plan(), now.plan());
    changes.estimates(filed.estimates(), now.estimates());
    changes.attachments(filed.attachments(), now.attachments());
    changes.items();
    return changes.changes;
  }

  /** What is on file now is never older than what was filed. */
  private void plan(PlanSummary was, PlanSummary is) {
    if (is == null || (was != null && was.sources().equals(is.sources()))) {
      return;
    }
    Money total = filed.total();
    boolean worse = was != null && is.unsecured(total).compareTo(was.unsecured(total)) > 0;
    add(
        "The finance plan: version %d was saved, and this was filed with %s."
            .formatted(is.version(), was == null ? "none" : "version " + was.version()),
        worse);
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
      add(
          "The sales estimates: version %d was saved, and this was filed with %s."
              .formatted(is.version(), was == null ? "none" : "version " + was.version()),
          was != null && is.take().compareTo(was.take()) < 0);
    }
  }

  private void attachments(List<KeyAttachment> was, List<KeyAttachment> is) {
    if (was.equals(is)) {
      return;
    }
    boolean worse =
        was.stream()
            .anyMatch(
                before ->
                    is.stream()
                        .noneMatch(
                            after ->
                                after.role() == before.role()
                                    && after.name().equals(before.name())
                                    && after.state().compareTo(before.state()) >= 0));
    add("The key attachments: they were changed since this was filed.", worse);
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
    add(
        "%s: %s, and this was filed with it %s%s."
            .formatted(
                was.item().title(),
                is.state().inWords(),
                was.state().inWords(),
                was.state() == is.state() ? ", its evidence or owner another" : ""),
        is.state().compareTo(was.state()) < 0);
  }

  private void add(String sentence, boolean worse) {
    changes.add(new Change(sentence, worse));
  }
}
