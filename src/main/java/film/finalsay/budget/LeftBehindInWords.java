package film.finalsay.budget;

import film.finalsay.approval.Markdown;
import film.finalsay.approval.Money;
import film.finalsay.budget.BudgetLockRepository.FiledChange;
import film.finalsay.film.Film;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Tells those who lock a version which approved changes it would leave behind, and what it has on
 * the accounts that they changed: whether it contains them is theirs to see.
 */
@Component
class LeftBehindInWords {

  /** With what is said around them, within the 4,000 characters of a form's text. */
  private static final int MOST_CHARACTERS = 1_700;

  private final Budgets budgets;
  private final ChangesLeftBehind leftBehind;

  LeftBehindInWords(Budgets budgets, ChangesLeftBehind leftBehind) {
    this.budgets = budgets;
    this.leftBehind = leftBehind;
  }

  /**
   * @return empty if it leaves none behind
   */
  String of(Film film, Budget version) {
    List<FiledChange> changes = leftBehind.approved(film, version);
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
            listed(changes.stream().map(LeftBehindInWords::line).toList()),
            listed(accounts(counting, version)));
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
                        .map(Account::balance)
                        .map(Money::inWords)
                        .orElse("not there")));
      }
    }
    lines.add(
        "- Total: %s, in version %d %s"
            .formatted(counting.total().inWords(), version.number(), version.total().inWords()));
    return lines;
  }

  private static String listed(List<String> lines) {
    List<String> fitting = new ArrayList<>();
    int length = 0;
    for (String line : lines) {
      length += line.length() + 1;
      if (length > MOST_CHARACTERS) {
        fitting.add("- and %d more".formatted(lines.size() - fitting.size()));
        break;
      }
      fitting.add(line);
    }
    return String.join("\n", fitting);
  }
}
