package film.finalsay.greenlight;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Briefing;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import film.finalsay.film.FilmBudgets.BudgetSummary;
import film.finalsay.film.FilmScripts;
import film.finalsay.film.Films;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The package in words and figures, and what it lacks. */
@Component
class GreenlightBriefing implements Briefing {

  private static final String NONE = "None named yet.";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  private final Greenlights greenlights;
  private final FilmBudgets budgets;
  private final FilmScripts scripts;
  private final Films films;

  GreenlightBriefing(
      Greenlights greenlights, FilmBudgets budgets, FilmScripts scripts, Films films) {
    this.greenlights = greenlights;
    this.budgets = budgets;
    this.scripts = scripts;
    this.films = films;
  }

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.GREENLIGHT;
  }

  @Override
  public Map<String, String> of(Approval approval) {
    Film film = films.byInput(approval.filmId());
    GreenlightPackage contents = greenlights.onFile(approval, film);
    Optional<BudgetSummary> budget =
        Optional.ofNullable(contents.budgetVersion())
            .flatMap(number -> budgets.version(film, number));
    Map<String, String> texts = new HashMap<>();
    texts.put("loglineText", Markdown.plain(contents.logline()));
    texts.put("visionText", Markdown.plain(contents.vision()));
    texts.put("budgetText", budget.map(GreenlightBriefing::inWords).orElse(NONE));
    texts.put("scriptText", script(film, contents));
    texts.put("scheduleText", schedule(contents.scheduleStart(), contents.scheduleEnd()));
    texts.put(
        "securedFundsText",
        contents.securedFunds() == null ? NONE : contents.securedFunds().inWords());
    texts.put("fundingText", funding(contents.securedFunds(), budget));
    texts.put("missingItems", bullets(greenlights.missing(approval)));
    return texts;
  }

  private String script(Film film, GreenlightPackage contents) {
    return Optional.ofNullable(contents.scriptDraft())
        .flatMap(label -> scripts.draft(film.id(), label))
        .map(
            draft ->
                Markdown.plain(draft.label())
                    + (draft.approved() ? ", the approved script" : ", not the approved script"))
        .orElse(NONE);
  }

  private static String inWords(BudgetSummary budget) {
    return "Version %d, %s, %s, %s"
        .formatted(
            budget.number(),
            budget.locked() ? "locked" : "draft",
            budget.total().inWords(),
            budget.addsUp() ? "adds up" : "does not add up");
  }

  private static String schedule(LocalDate start, LocalDate end) {
    if (start == null || end == null) {
      return NONE;
    }
    return "%s to %s (%d days)"
        .formatted(DAY.format(start), DAY.format(end), ChronoUnit.DAYS.between(start, end) + 1);
  }

  private static String funding(Money secured, Optional<BudgetSummary> budget) {
    if (secured == null || budget.isEmpty()) {
      return "";
    }
    Money spare = secured.minus(budget.get().total());
    return spare.isNegative()
        ? "%s short of the budget".formatted(spare.negated().inWords())
        : "covers the budget, %s to spare".formatted(spare.inWords());
  }

  private static String bullets(List<String> lines) {
    return lines.stream()
        .map(line -> "- " + Markdown.plain(line.strip()))
        .collect(Collectors.joining("\n"));
  }
}
