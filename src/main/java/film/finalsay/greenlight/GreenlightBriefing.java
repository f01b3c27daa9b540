package film.finalsay.greenlight;

import film.finalsay.approval.Approval;
import film.finalsay.approval.Excerpt;
import film.finalsay.approval.Markdown;
import film.finalsay.approval.Money;
import film.finalsay.greenlight.PackageSummary.Figures;
import film.finalsay.greenlight.PackageSummary.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The package in words and figures, and what it lacks. */
@Component
class GreenlightBriefing {

  private static final String NONE = "None named yet.";
  private static final String NOTHING = "—";

  /** A text of a form has 4,000, with a line for what does not fit. */
  private static final int MOST_CHARACTERS = 3_800;

  private static final int MOST_OF_A_CELL = 120;

  private static final Set<String> HOLDS = Set.of("secured", "deferred");

  private final PackageSummaries summaries;

  GreenlightBriefing(PackageSummaries summaries) {
    this.summaries = summaries;
  }

  Map<String, String> of(Approval approval) {
    PackageSummary summary = summaries.of(approval);
    Map<String, String> texts = new HashMap<>();
    texts.put("kindText", summary.kind());
    texts.put("loglineText", Markdown.plain(summary.logline()));
    texts.put("visionText", Markdown.plain(summary.vision()));
    texts.put("packageLink", "/api/approvals/%s/package.pdf".formatted(approval.key()));
    texts.put("budgetText", item(summary, PackageItem.BUDGET));
    texts.put("scriptText", item(summary, PackageItem.SCRIPT));
    texts.put("scheduleText", item(summary, PackageItem.SCHEDULE));
    putFigures(texts, summary.figures());
    texts.put("sourcesText", sources(summary.sources()));
    texts.put("attachedText", bullets(summary.alsoAttached()));
    texts.put("itemsText", items(summary.items()));
    texts.put("missingItems", bullets(summary.missing()));
    return texts;
  }

  private static void putFigures(Map<String, String> texts, Figures figures) {
    texts.put("moneyBudget", inWords(figures.budget()));
    texts.put("moneyDeferred", inWords(figures.deferred()));
    texts.put("moneyNeeded", inWords(figures.cashNeeded()));
    texts.put("moneySecured", inWords(figures.secured()));
    texts.put(
        "moneySecuredShare",
        figures.percentSecured() == null ? "" : ", %d %%".formatted(figures.percentSecured()));
    texts.put("moneyPending", inWords(figures.pending()));
    texts.put("moneyGap", inWords(figures.gap()));
    texts.put("salesAsk", inWords(figures.ask()));
    texts.put("salesTake", inWords(figures.take()));
    texts.put("securedFundsText", figures.secured() == null ? NONE : figures.secured().inWords());
    texts.put("fundingText", funding(figures));
  }

  private static String inWords(Money amount) {
    return amount == null ? NOTHING : amount.inWords();
  }

  private static String funding(Figures figures) {
    if (figures.cashNeeded() == null) {
      return "";
    }
    Money spare = figures.secured().minus(figures.cashNeeded());
    return spare.isNegative()
        ? "%s short of the cash needed".formatted(spare.negated().inWords())
        : "covers the cash needed, %s to spare".formatted(spare.inWords());
  }

  private static String item(PackageSummary summary, PackageItem item) {
    return summary.items().stream()
        .filter(one -> one.item() == item)
        .map(ItemStanding::words)
        .filter(words -> !words.isEmpty())
        .map(Markdown::plain)
        .findFirst()
        .orElse(NONE);
  }

  private static String sources(List<Source> sources) {
    if (sources.isEmpty()) {
      return "No finance plan is on file.";
    }
    List<String> rows =
        sources.stream()
            .map(
                source ->
                    row(
                        cell(source.name()),
                        source.kind(),
                        source.amount().inWords(),
                        HOLDS.contains(source.standing())
                            ? source.standing()
                            : "**" + source.standing() + "**",
                        cell(source.terms())))
            .toList();
    return table(
        "| Source | Kind | Amount | Standing | Terms |\n| --- | --- | ---: | --- | --- |", rows);
  }

  private static String items(List<ItemStanding> items) {
    List<String> rows =
        items.stream()
            .map(
                item ->
                    row(
                        item.title(),
                        item.isMissed() ? "**" + item.standing() + "**" : item.standing(),
                        item.words().isEmpty() ? NOTHING : cell(item.words())))
            .toList();
    return table("| Item | State | What is there |\n| --- | --- | --- |", rows);
  }

  /** What does not fit is counted; the printed page has its sum. */
  private static String table(String head, List<String> rows) {
    List<String> lines = new ArrayList<>(List.of(head));
    int length = head.length();
    for (String row : rows) {
      length += row.length() + 1;
      if (length > MOST_CHARACTERS) {
        lines.add("| and %d more |".formatted(rows.size() - lines.size() + 1));
        break;
      }
      lines.add(row);
    }
    return String.join("\n", lines);
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static String cell(String words) {
    String line = words.replaceAll("\\s+", " ");
    return Markdown.row(
        line.length() <= MOST_OF_A_CELL ? line : Excerpt.beginning(line, MOST_OF_A_CELL - 1) + "…");
  }

  private static String bullets(List<String> lines) {
    return lines.stream().map(line -> "- " + Markdown.row(line)).collect(Collectors.joining("\n"));
  }
}
