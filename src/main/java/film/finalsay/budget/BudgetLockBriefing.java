package film.finalsay.budget;

import film.finalsay.approval.Approval;
import film.finalsay.approval.Excerpt;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.Money;
import film.finalsay.budget.BudgetDifference.AccountDifference;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.film.Film;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The version in plain figures, and what it changes in the one that was locked before. */
@Component
class BudgetLockBriefing {

  private static final String NONE = "—";

  /** A text of a form has 4,000, with a line for what does not fit. */
  private static final int MOST_CHARACTERS = 3_800;

  private static final int MOST_OF_A_DESCRIPTION = 50;

  private final Budgets budgets;
  private final GreenlightConsents consents;
  private final LeftBehindInWords leftBehind;

  BudgetLockBriefing(Budgets budgets, GreenlightConsents consents, LeftBehindInWords leftBehind) {
    this.leftBehind = leftBehind;
    this.budgets = budgets;
    this.consents = consents;
  }

  Map<String, String> of(Approval approval, Film film, Budget version, String note) {
    Optional<Budget> before =
        budgets.locked(film).filter(locked -> locked.number() != version.number());
    Map<String, String> texts = new HashMap<>();
    texts.put("versionText", "Version " + version.number());
    texts.put("noteText", Markdown.plain(note));
    texts.put("consentsText", consents.inWords(approval));
    texts.put("leftBehindText", leftBehind.of(film, version));
    texts.put("lockedText", before.map(locked -> "Version " + locked.number()).orElse(""));
    texts.put(
        "controlTotalText",
        version.controlTotal() == null ? "none given" : version.controlTotal().inWords());
    texts.put("contingencyText", contingency(version));
    for (Section section : Section.values()) {
      putFigures(
          texts,
          section.name().toLowerCase(Locale.ROOT),
          version.budgeted(section),
          before.map(locked -> locked.budgeted(section)));
    }
    putFigures(texts, "total", version.budgeted(), before.map(Budget::budgeted));
    texts.put(
        "differenceText",
        before
            .map(locked -> accounts(film, BudgetDifference.between(locked, version)))
            .orElse("No version was locked before."));
    return texts;
  }

  /** {@code atlNow}, {@code atlBefore}, {@code atlChange}. */
  private static void putFigures(
      Map<String, String> texts, String name, Money now, Optional<Money> before) {
    texts.put(name + "Now", now.inWords());
    texts.put(name + "Before", before.map(Money::inWords).orElse(NONE));
    texts.put(name + "Change", before.map(was -> signed(now.minus(was))).orElse(NONE));
  }

  private static String contingency(Budget version) {
    return version
        .contingency()
        .map(account -> account.inWords() + ", " + account.budgeted().inWords())
        .orElse("none budgeted");
  }

  /** The largest differences first, so that what does not fit is what matters least. */
  private static String accounts(Film film, BudgetDifference difference) {
    List<AccountDifference> changed =
        difference.changed().stream()
            .sorted(
                Comparator.comparing((AccountDifference one) -> Math.abs(one.difference().minor()))
                    .reversed())
            .toList();
    if (changed.isEmpty()) {
      return "No account differs.";
    }
    List<String> lines = new ArrayList<>();
    int length = 0;
    for (AccountDifference one : changed) {
      String line = line(one);
      length += line.length() + 1;
      if (length > MOST_CHARACTERS) {
        lines.add(
            "- and %d more: /api/films/%s/budgets/%d/differences/%d"
                .formatted(
                    changed.size() - lines.size(),
                    film.id(),
                    difference.before().number(),
                    difference.after().number()));
        break;
      }
      lines.add(line);
    }
    return String.join("\n", lines);
  }

  private static String line(AccountDifference one) {
    String account = one.account().inWords();
    String shortened =
        account.length() <= MOST_OF_A_DESCRIPTION
            ? account
            : Excerpt.beginning(account, MOST_OF_A_DESCRIPTION) + "…";
    return "- %s: %s"
        .formatted(
            Markdown.row(shortened),
            switch (one.change()) {
              case ADDED -> "added, " + one.moneyAfter().inWords();
              case REMOVED -> "removed, was " + one.moneyBefore().inWords();
              default ->
                  "%s, was %s (%s)"
                      .formatted(
                          one.moneyAfter().inWords(),
                          one.moneyBefore().inWords(),
                          signed(one.difference()));
            });
  }

  private static String signed(Money difference) {
    if (difference.minor() == 0) {
      return "no change";
    }
    return difference.isNegative()
        ? "− " + difference.negated().inWords()
        : "+ " + difference.inWords();
  }
}
