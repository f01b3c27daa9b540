package film.finalsay.greenlight;

import film.finalsay.film.FilmFinance.EstimatesSummary;
import film.finalsay.film.FilmFinance.PlanSummary;
import film.finalsay.film.FilmFinance.SourceState;
import film.finalsay.film.FilmFinance.SourceSummary;
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

  /**
   * What one could count on and cannot any more: confirmed money, people who are attached, items
   * that are in hand. What was still to come may change.
   *
   * @return a sentence for each
   */
  static List<String> losses(PackageContents was, PackageContents is) {
    List<String> losses = new ArrayList<>();
    for (SourceSummary source : was.sources()) {
      if (source.state() == SourceState.CONFIRMED
          && is.sources().stream().noneMatch(other -> covers(other, source))) {
        losses.add(
            "Finance plan: %s, %s confirmed, is not there as it was."
                .formatted(source.name(), source.amount().inWords()));
      }
    }
    EstimatesSummary estimates = was.estimates();
    if (estimates != null && is.estimates().take().compareTo(estimates.take()) < 0) {
      losses.add(
          "Sales estimates: %s taken, and it was %s."
              .formatted(is.estimates().take().inWords(), estimates.take().inWords()));
    }
    for (KeyAttachment one : was.attachments()) {
      if (one.counts() && is.attachments().stream().noneMatch(other -> covers(other, one))) {
        losses.add(
            "%s: %s is not attached as it was.".formatted(one.role().title(), one.inWords()));
      }
    }
    for (KeptItem one : was.items()) {
      if (!covers(KeptItem.among(is.items(), one.item()), one)) {
        losses.add(
            "%s: it was %s, and is not as it was."
                .formatted(one.item().title(), one.state().inWords()));
      }
    }
    return losses;
  }

  /**
   * As much for as long on the same terms, shown by the same document; a first one may be added.
   */
  private static boolean covers(SourceSummary is, SourceSummary was) {
    return is.name().equals(was.name())
        && is.kind() == was.kind()
        && is.state() == SourceState.CONFIRMED
        && is.amount().compareTo(was.amount()) >= 0
        && is.terms().equals(was.terms())
        && (is.expires() == null
            || (was.expires() != null && !is.expires().isBefore(was.expires())))
        && (was.document() == null || was.document().equals(is.document()));
  }

  /** A contract may come after a letter of intent, with evidence of its own. */
  private static boolean covers(KeyAttachment is, KeyAttachment was) {
    return is.role() == was.role()
        && is.name().equals(was.name())
        && (is.state().compareTo(was.state()) > 0
            || (is.state() == was.state() && is.evidence().equals(was.evidence())));
  }

  /** Another may see to it. */
  private static boolean covers(KeptItem is, KeptItem was) {
    return is.state().compareTo(was.state()) >= 0
        && (was.state() != ItemState.IN_HAND || is.evidence().equals(was.evidence()));
  }
}
