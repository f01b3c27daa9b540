package film.finalsay.greenlight;

import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets.BudgetSummary;
import film.finalsay.film.FilmFinance.EstimatesSummary;
import film.finalsay.film.FilmFinance.PlanSummary;
import film.finalsay.film.FilmFinance.SourceSummary;
import film.finalsay.film.FilmScripts.DraftSummary;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A package with what it names, on a day. What is null is not there.
 *
 * @param items how each item stands that somebody keeps
 * @param day on which its figures count: what has expired since is not secured any more
 */
record PackageContents(
    Film film,
    GreenlightPackage filed,
    List<KeptItem> items,
    LocalDate day,
    DraftSummary script,
    BudgetSummary budget,
    PlanSummary plan,
    EstimatesSummary estimates,
    List<KeyAttachment> attachments) {

  /**
   * The same as it was when a greenlight was given on it: what has become of its script and its
   * budget since then is another story.
   */
  PackageContents whenGranted() {
    return new PackageContents(
        film,
        filed,
        items,
        day,
        script == null
            ? null
            : new DraftSummary(script.label(), true, script.sha256(), script.approvalKey()),
        budget == null
            ? null
            : new BudgetSummary(
                budget.number(), true, budget.total(), budget.missing(), null, null, null),
        plan,
        estimates,
        attachments);
  }

  /** The budget's total; zero while none is named. */
  Money total() {
    return budget == null ? film.zero() : budget.total();
  }

  /** Sources of the finance plan; empty if there is none. */
  List<SourceSummary> sources() {
    return plan == null ? List.of() : plan.sources();
  }

  /** The SHA-256 of each document that it shows, or that shows something of it. */
  Set<String> documents() {
    return Stream.of(
            Stream.ofNullable(script).map(DraftSummary::sha256),
            sources().stream().map(SourceSummary::document),
            Stream.ofNullable(estimates).map(EstimatesSummary::document),
            attachments.stream().map(one -> one.evidence().document()),
            items.stream().map(item -> item.evidence().document()))
        .flatMap(Function.identity())
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  List<KeyAttachment> attached(AttachmentRole role) {
    return attachments.stream().filter(one -> one.role() == role).toList();
  }
}
