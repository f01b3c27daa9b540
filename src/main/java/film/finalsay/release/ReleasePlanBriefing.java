package film.finalsay.release;

import film.finalsay.approval.Markdown;
import film.finalsay.approval.Money;
import film.finalsay.approval.OnEveryForm;
import film.finalsay.register.Case;
import film.finalsay.register.Content;
import film.finalsay.release.ReleaseTerritory.ComparableTitle;
import film.finalsay.release.ReleaseTerritory.ReleaseLine;
import film.finalsay.release.ReleaseTerritory.ReleaseWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A release plan as whoever answers reads it. */
final class ReleasePlanBriefing {

  private ReleasePlanBriefing() {}

  /**
   * @param because why who decides it does
   */
  static Map<String, String> of(Case request, List<ReleaseTerritory> territories, String because) {
    String plan =
        territories.stream()
            .map(ReleasePlanBriefing::territory)
            .collect(Collectors.joining("\n\n", head(request.content()) + "\n\n", ""));
    return Map.of(OnEveryForm.CONTENT, plan, "rulingText", Markdown.plain(because));
  }

  private static String head(Content content) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "- **Plan**: version %s, drafted by %s"
            .formatted(content.text("version"), Markdown.row(content.text("draftedBy"))));
    lines.add(
        content
            .find("measuredFrom")
            .map(
                from ->
                    "- **Against %s**: prints and advertising change by %s %%, dates by up to %s days%s"
                        .formatted(
                            from,
                            content.text("shareOfPrintsAndAdvertising"),
                            content.text("daysMoved"),
                            content.text("otherTerms").equals("true") ? ", and other terms" : ""))
            .orElse("- **Against**: nothing yet; it is the first"));
    Optional.of(content.text("note"))
        .filter(note -> !note.isEmpty())
        .ifPresent(note -> lines.add("- **Note**: " + Markdown.row(note)));
    return String.join("\n", lines);
  }

  private static String territory(ReleaseTerritory in) {
    List<String> lines = new ArrayList<>();
    lines.add("#### " + Markdown.row(in.territory()) + "\n");
    lines.add(
        "- **Distributor**: %s, %s".formatted(Markdown.row(in.distributor()), words(in.pattern())));
    lines.add("- **Windows**: " + joined(in.windows(), ReleasePlanBriefing::window));
    if (in.printsAndAdvertising() != null) {
      lines.add(
          "- **Prints and advertising**: %s (%s)"
              .formatted(
                  in.printsAndAdvertising().inWords(),
                  joined(in.lines(), ReleasePlanBriefing::line)));
    }
    amount(lines, "The distributor spends at least", in.minimumCommitment());
    amount(lines, "It recoups at most", in.recoupmentCap());
    lines.add(
        "- **Comparable titles**: " + joined(in.comparables(), ReleasePlanBriefing::comparable));
    if (!in.materials().isEmpty()) {
      lines.add(
          "- **Materials**: "
              + joined(in.materials(), one -> Markdown.row(one.item()) + " by " + one.due()));
    }
    return String.join("\n", lines);
  }

  private static void amount(List<String> lines, String what, Money amount) {
    if (amount != null) {
      lines.add("- **%s**: %s".formatted(what, amount.inWords()));
    }
  }

  private static String window(ReleaseWindow window) {
    return "%s from %s to %s".formatted(words(window.right()), window.opens(), window.closes());
  }

  private static String line(ReleaseLine line) {
    return "%s %s, by the %s"
        .formatted(Markdown.row(line.line()), line.amount().inWords(), words(line.paidBy()));
  }

  private static String comparable(ComparableTitle film) {
    return "%s (%d%s)"
        .formatted(
            Markdown.row(film.title()),
            film.year(),
            film.gross() == null ? "" : ", " + film.gross().inWords());
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static <T> String joined(List<T> rows, Function<T, String> words) {
    return rows.stream().map(words).collect(Collectors.joining("; "));
  }
}
