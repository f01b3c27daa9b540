package film.finalsay.budget.lock;

import film.finalsay.approval.Excerpt;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.Money;
import film.finalsay.budget.Account;
import film.finalsay.budget.Budget;
import film.finalsay.budget.BudgetDifference;
import film.finalsay.budget.BudgetDifference.AccountDifference;
import film.finalsay.budget.Budgets;
import film.finalsay.budget.Section;
import film.finalsay.budget.lock.BudgetLockRepository.FiledChange;
import film.finalsay.consent.GreenlightConsents;
import film.finalsay.film.Film;
import film.finalsay.register.Case;
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

  /** Of two lists in one such text, with what is said around them. */
  private static final int MOST_CHARACTERS_EACH = 1_700;

  private static final int MOST_OF_A_DESCRIPTION = 50;

  private final Budgets budgets;
  private final GreenlightConsents consents;
  private final BudgetLockRepository locks;

  BudgetLockBriefing(Budgets budgets, GreenlightConsents consents, BudgetLockRepository locks) {
    this.locks = locks;
    this.budgets = budgets;
    this.consents = consents;
  }

  Map<String, String> of(Case request, Budget version, String note) {
    Film film = request.film();
    Optional<Budget> before =
        budgets.locked(film).filter(locked -> locked.number() != version.number());
    Map<String, String> texts = new HashMap<>();
    texts.put("versionText", "Version " + version.number());
    texts.put("noteText", Markdown.plain(note));
    texts.put("consentsText", consents.inWords(request));
    texts.put("leftBehindText", leftBehind(film, version));
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
    return listed(
        changed.stream().map(BudgetLockBriefing::line).toList(),
        MOST_CHARACTERS,
        ": /api/films/%s/budgets/%d/differences/%d"
            .formatted(film.id(), difference.before().number(), difference.after().number()));
  }

  /**
   * As many lines as fit.
   *
   * @param where the others are found
   */
  private static String listed(List<String> lines, int most, String where) {
    List<String> fitting = new ArrayList<>();
    int length = 0;
    for (String line : lines) {
      length += line.length() + 1;
      if (length > most) {
        fitting.add("- and %d more%s".formatted(lines.size() - fitting.size(), where));
        break;
      }
      fitting.add(line);
    }
    return String.join("\n", fitting);
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

  /**
   * Which approved changes it would leave behind, and what it has on the accounts that they
   * changed: whether it contains them is for those to see who lock it. Empty if it leaves none
   * behind.
   */
  private String leftBehind(Film film, Budget version) {
    List<FiledChange> changes = locks.approvedLeftBehind(film, version);
    if (changes.isEmpty()) {
      return "";
    }
    Budget counting = budgets.current(film);
    return """
        Version %1$d counts, with the changes that were approved on it. Version %2$d does not take them \
        over: once it is locked, only what it was budgeted at counts.

        %3$s

        Accounts that they changed, as they stand now and in version %2$d:

        %4$s"""
        .formatted(
            counting.number(),
            version.number(),
            listed(
                changes.stream().map(BudgetLockBriefing::line).toList(), MOST_CHARACTERS_EACH, ""),
            listed(accounts(counting, version), MOST_CHARACTERS_EACH, ""));
  }

  private static String line(FiledChange change) {
    return "- %s: %s".formatted(change.approvalKey(), Markdown.plain(change.subject()));
  }

  private static List<String> accounts(Budget counting, Budget version) {
    List<String> lines = new ArrayList<>();
    for (Account account : counting.accounts()) {
      boolean overspends = account.overage().minor() != 0;
      if (account.changes().minor() != 0 || overspends) {
        lines.add(
            "- %s: %s%s, in version %d %s"
                .formatted(
                    Markdown.plain(account.inWords()),
                    account.balance().inWords(),
                    overspends ? " and an approved overage of " + account.overage().inWords() : "",
                    version.number(),
                    version
                        .find(account.number())
                        .map(found -> found.balance().inWords())
                        .orElse("not there")));
      }
    }
    lines.add(
        "- Total: %s, in version %d %s"
            .formatted(counting.total().inWords(), version.number(), version.total().inWords()));
    return lines;
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
