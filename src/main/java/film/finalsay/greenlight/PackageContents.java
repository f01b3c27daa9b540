package film.finalsay.greenlight;

import film.finalsay.approval.Fingerprint;
import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets.BudgetSummary;
import film.finalsay.film.FilmFinance.EstimatesSummary;
import film.finalsay.film.FilmFinance.PlanSummary;
import film.finalsay.film.FilmFinance.SourceSummary;
import film.finalsay.film.FilmFinance.TerritorySummary;
import film.finalsay.film.FilmScripts.DraftSummary;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * A package as texts by name: what an answer is an answer to, and what the ledger keeps of each
   * filing. It tells what is on file and not what follows from the day.
   *
   * <p>Sources, territories and evidence stand by their fingerprints: one entry of the ledger would
   * not hold all that a package may name, and their own versions keep it.
   *
   * @param total of the budget when it was filed; null if none was named
   */
  Map<String, String> subject(Money total) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("film", film.id());
    facts.put("kind", film.kind());
    facts.put("logline", filed.logline());
    facts.put("vision", filed.vision());
    facts.put("budgetVersion", filed.budgetVersion());
    facts.put("total", total == null ? null : total.plain());
    facts.put("scriptDraft", filed.scriptDraft());
    facts.put("scriptDocument", script == null ? null : script.sha256());
    facts.put("scheduleStart", filed.scheduleStart());
    facts.put("scheduleEnd", filed.scheduleEnd());
    facts.put("financePlan", filed.financePlan());
    if (plan != null) {
      facts.put("sources", fingerprint(plan.sources(), SourceSummary::name, PackageContents::text));
    }
    facts.put("salesEstimates", filed.salesEstimates());
    if (estimates != null) {
      facts.put(
          "salesAgent",
          "%s, %s, document %s"
              .formatted(estimates.agent(), estimates.date(), estimates.document()));
      facts.put("salesAsk", estimates.ask().plain());
      facts.put("salesTake", estimates.take().plain());
      facts.put(
          "salesTerritories",
          fingerprint(
              estimates.territories(),
              TerritorySummary::territory,
              one -> "%s/%s".formatted(one.ask().plain(), one.take().plain())));
    }
    facts.put("keyAttachments", filed.keyAttachments());
    for (KeyAttachment one : attachments) {
      String evidence = Fingerprint.of(one.evidence().inFull().getBytes(StandardCharsets.UTF_8));
      facts.put(
          "%s %s".formatted(one.role(), one.name()),
          "%s, evidence %s".formatted(one.state(), evidence));
    }
    for (KeptItem item : items) {
      facts.put(
          "item " + item.item(),
          "%s, owner %s, %s".formatted(item.state(), item.owner(), item.evidence().inFull()));
    }
    Map<String, String> texts = new HashMap<>();
    facts.forEach((name, fact) -> texts.put(name, fact == null ? null : fact.toString()));
    return texts;
  }

  private static <T> String fingerprint(
      List<T> rows, Function<T, String> name, Function<T, String> text) {
    return Fingerprint.of(rows.stream().collect(Collectors.toMap(name, text)));
  }

  private static String text(SourceSummary source) {
    return "%s %s %s, expires %s, document %s, terms %s"
        .formatted(
            source.kind(),
            source.amount().plain(),
            source.state(),
            source.expires(),
            source.document(),
            source.terms());
  }
}
