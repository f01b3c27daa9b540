package film.finalsay.greenlight;

import film.finalsay.approval.Money;
import film.finalsay.approval.People;
import film.finalsay.film.FilmBudgets.BudgetSummary;
import film.finalsay.film.FilmFinance.PlanSummary;
import film.finalsay.greenlight.PackageTable.Requirement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * How each item of a package stands, and what it still lacks. Whether it is asked for, the package
 * table says; when it is in hand, stands here.
 */
@Component
class PackageCheck {

  private final PackageTable table;
  private final People people;

  PackageCheck(PackageTable table, People people) {
    this.table = table;
    this.people = people;
  }

  /** Every item, in their order. */
  List<ItemStanding> items(PackageContents contents) {
    Map<PackageItem, Requirement> requirements = table.of(contents.film().kind(), contents.total());
    return Stream.of(PackageItem.values())
        .map(item -> standing(item, contents, requirements.get(item)))
        .toList();
  }

  /**
   * @return a sentence or two for each item that is asked for and not in hand; empty if the package
   *     is complete
   */
  List<String> missing(PackageContents contents) {
    return items(contents).stream()
        .filter(ItemStanding::isMissed)
        .map(ItemStanding::lacks)
        .toList();
  }

  private ItemStanding standing(
      PackageItem item, PackageContents contents, Requirement requirement) {
    Finding finding =
        switch (item) {
          case SCRIPT -> script(contents);
          case BUDGET -> budget(contents.budget());
          case SCHEDULE -> schedule(contents.filed());
          case DIRECTOR -> attached(contents, AttachmentRole.DIRECTOR, "A director");
          case LEAD_CAST -> attached(contents, AttachmentRole.LEAD_CAST, "The lead cast");
          case FINANCE_PLAN -> finance(contents);
          case SALES_ESTIMATES -> sales(contents);
          case CHAIN_OF_TITLE, INSURANCE, COMPLETION_BOND -> kept(contents, item);
        };
    String lacks = finding.lacks == null ? null : finding.lacks + " " + requirement.because();
    return new ItemStanding(item, finding.state, requirement.required(), finding.words, lacks);
  }

  private record Finding(ItemState state, String words, String lacks) {

    static Finding inHand(String words) {
      return new Finding(ItemState.IN_HAND, words, null);
    }

    static Finding inProgress(String words, String lacks) {
      return new Finding(ItemState.IN_PROGRESS, words, lacks);
    }

    static Finding missing(String lacks) {
      return new Finding(ItemState.MISSING, "", lacks);
    }
  }

  private static Finding script(PackageContents contents) {
    String named = contents.filed().scriptDraft();
    if (named == null) {
      return Finding.missing("An approved script draft: none is named.");
    }
    if (contents.script() != null && contents.script().approved()) {
      return Finding.inHand(named + ", the approved script");
    }
    return Finding.inProgress(
        named + ", not the approved script",
        "An approved script draft: %s is not the approved script.".formatted(named));
  }

  private static Finding budget(BudgetSummary budget) {
    if (budget == null) {
      return Finding.missing("A budget version: none is named.");
    }
    String words =
        "Version %d, %s, %s, %s"
            .formatted(
                budget.number(),
                budget.locked() ? "locked" : "draft",
                budget.total().inWords(),
                budget.addsUp() ? "adds up" : "does not add up");
    if (budget.raisedTo() != null) {
      return Finding.inProgress(
          words,
          "The budget that counts: an approved increase made version %d of version %d."
              .formatted(budget.raisedTo(), budget.number()));
    }
    if (budget.supersededBy() != null) {
      return Finding.inProgress(
          words,
          "The budget that counts: version %d was locked in place of version %d."
              .formatted(budget.supersededBy(), budget.number()));
    }
    if (budget.changedInstead() != null) {
      return Finding.inProgress(
          words,
          "The budget that counts: changes were approved on version %d; version %d has to be locked first."
              .formatted(budget.changedInstead(), budget.number()));
    }
    if (budget.addsUp()) {
      return Finding.inHand(words);
    }
    Money missing = budget.missing();
    return Finding.inProgress(
        words,
        "A budget that adds up: version %d is %s %s its control total."
            .formatted(
                budget.number(),
                missing.isNegative() ? missing.negated().inWords() : missing.inWords(),
                missing.isNegative() ? "above" : "short of"));
  }

  private static Finding schedule(GreenlightPackage filed) {
    return filed.scheduleStart() == null || filed.scheduleEnd() == null
        ? Finding.missing("The schedule: first and last day of principal photography.")
        : Finding.inHand(Words.schedule(filed));
  }

  private static Finding attached(PackageContents contents, AttachmentRole role, String what) {
    List<KeyAttachment> attached = contents.attached(role);
    if (attached.isEmpty()) {
      return Finding.missing(what + ": nobody is named.");
    }
    String words = attached.stream().map(KeyAttachment::inWords).collect(Collectors.joining(", "));
    return attached.stream().anyMatch(KeyAttachment::counts)
        ? Finding.inHand(words)
        : Finding.inProgress(words, "%s: %s; a letter of intent would do.".formatted(what, words));
  }

  /** In hand once the money that one may count on covers what has to come in cash. */
  private static Finding finance(PackageContents contents) {
    PlanSummary plan = contents.plan();
    if (plan == null) {
      return Finding.missing("A finance plan: none is on file.");
    }
    Money total = contents.total();
    Money needed = plan.cashNeeded(total);
    String words = "Version %d, %s secured".formatted(plan.version(), plan.secured().inWords());
    if (contents.budget() == null) {
      return Finding.inHand(words);
    }
    words += " of " + needed.inWords();
    if (plan.unsecured(total).minor() == 0) {
      return Finding.inHand(words);
    }
    return Finding.inProgress(
        words,
        "Secured funds that cover the budget: %s is %s short of %s%s."
            .formatted(
                plan.secured().inWords(),
                plan.unsecured(total).inWords(),
                needed.inWords(),
                plan.deferred().minor() == 0
                    ? ""
                    : ", the budget of %s less deferrals of %s"
                        .formatted(total.inWords(), plan.deferred().inWords())));
  }

  private static Finding sales(PackageContents contents) {
    return contents.estimates() == null
        ? Finding.missing("Sales estimates: none are on file.")
        : Finding.inHand(Words.sales(contents.estimates()));
  }

  private Finding kept(PackageContents contents, PackageItem item) {
    KeptItem kept = KeptItem.among(contents.items(), item);
    String owner = kept.owner() == null ? "" : people.nameOf(kept.owner());
    String words =
        Stream.of(
                kept.evidence().document() == null ? "" : "document on file",
                kept.evidence().reference() == null ? "" : kept.evidence().reference(),
                owner.isEmpty() ? "" : "with " + owner)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return switch (kept.state()) {
      case IN_HAND -> Finding.inHand(words);
      case IN_PROGRESS ->
          Finding.inProgress(
              words,
              "%s: in progress%s, not in hand."
                  .formatted(item.title(), owner.isEmpty() ? "" : " with " + owner));
      case MISSING ->
          new Finding(
              ItemState.MISSING,
              words,
              "%s: missing%s."
                  .formatted(
                      item.title(),
                      owner.isEmpty() ? ", and nobody sees to it" : "; " + owner + " sees to it"));
    };
  }
}
