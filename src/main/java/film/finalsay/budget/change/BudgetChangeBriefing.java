package film.finalsay.budget.change;

import film.finalsay.approval.Markdown;
import film.finalsay.budget.Account;
import film.finalsay.budget.Budget;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The accounts and the film before and after a budget change, and where it stands among the others,
 * in plain figures.
 */
final class BudgetChangeBriefing {

  private static final String NONE = "—";

  private BudgetChangeBriefing() {}

  static Map<String, String> of(Weighed weighed) {
    BudgetChange change = weighed.change();
    Map<String, String> texts = new HashMap<>();
    texts.put("changeKind", change.kind().inWords());
    texts.put("amountText", change.amount().inWords());
    texts.put("reasonText", Markdown.plain(change.reason()));
    texts.put("standingText", standing(weighed));
    putFigures(texts, change, weighed.budget());
    return texts;
  }

  private static void putFigures(Map<String, String> texts, BudgetChange change, Budget budget) {
    Budget after = change.appliedTo(budget);
    boolean moves = change.kind().movesMoney();
    texts.put("fromAccountText", moves ? change.from(budget).inWords() : NONE);
    texts.put("fromBefore", moves ? change.from(budget).balance().inWords() : NONE);
    texts.put("fromAfter", moves ? change.from(after).balance().inWords() : NONE);
    texts.put("toAccountText", change.to(budget).inWords());
    texts.put("toBefore", change.to(budget).balance().inWords());
    texts.put("toAfter", change.to(after).balance().inWords());
    texts.put("totalBefore", budget.total().inWords());
    texts.put("totalAfter", after.total().inWords());
    boolean overage = change.kind() == ChangeKind.OVERAGE;
    texts.put("overageBefore", overage ? change.to(budget).overage().inWords() : "");
    texts.put("overageAfter", overage ? change.to(after).overage().inWords() : "");
    texts.put("contingencyNow", contingency(budget).orElse(""));
    texts.put("contingencyLeft", contingency(after).orElse("none budgeted"));
  }

  private static Optional<String> contingency(Budget budget) {
    return budget.contingency().map(account -> account.balance().inWords());
  }

  /** Its place in the cumulative limit, what is held, and the cures that come before it. */
  private static String standing(Weighed weighed) {
    BudgetChange change = weighed.change();
    Account source = change.source(weighed.budget());
    List<String> lines = new ArrayList<>();
    lines.add(
        ("%s %s %s in all, with this one: **%s**, %s %% of what it was budgeted at (%s approved and %s"
                + " open before it).")
            .formatted(
                change.kind().inPlural(),
                change.kind().movesMoney() ? "from" : "on",
                Markdown.row(source.inWords()),
                weighed.facts().cumulative().inWords(),
                percent(weighed.facts().share()),
                weighed.before().approved().inWords(),
                weighed.before().pending().inWords()));
    lines.add(
        weighed
            .limit()
            .map(limit -> "This level approves up to **%s** in total.".formatted(limit.inWords()))
            .orElse("This level approves any larger amount too."));
    if (change.kind() == ChangeKind.CONTINGENCY) {
      lines.add(
          "Of the contingency as a whole **%s %%** would be drawn, with **%s %%** of the shooting days completed."
              .formatted(
                  percent(weighed.facts().contingencyDrawn()),
                  weighed.facts().shot().toPlainString()));
    }
    if (weighed.held().minor() > 0) {
      lines.add(
          "Other open requests hold **%s** of %s."
              .formatted(weighed.held().inWords(), Markdown.row(source.inWords())));
    }
    weighed.cure().ifPresent(cure -> addCures(lines, cure, change));
    return "- " + String.join("\n- ", lines);
  }

  private static String percent(BigDecimal exact) {
    return exact.setScale(2, RoundingMode.CEILING).toPlainString();
  }

  private static void addCures(List<String> lines, OrderOfCover cure, BudgetChange change) {
    String underspends = cure.inWords();
    lines.add(
        underspends.isEmpty()
            ? "No underspend of the section is known."
            : "Underspends of the section that come first: %s."
                .formatted(Markdown.row(underspends)));
    if (change.overridesOrderOfCover()) {
      lines.add(
          "**This overrides the order of cover**: %s Whoever approves it writes why."
              .formatted(Markdown.row(change.overrideReason())));
    }
  }
}
