package film.finalsay.script;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Excerpt;
import film.finalsay.approval.Markdown;
import film.finalsay.script.reading.LineChange;
import film.finalsay.script.reading.SceneChange;
import film.finalsay.script.reading.ScriptDifference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What differs between two drafts, as a form shows it: the counts, then scene by scene. */
@Component
class DifferenceInWords {

  /** A text of a form has 4,000, with a line for what does not fit. */
  private static final int MOST_CHARACTERS = 3_700;

  private static final int MOST_LINES = 6;
  private static final int MOST_OF_A_LINE = 110;

  private static final String SAME = "Nothing: every scene reads as it did.";

  private final ScriptDrafts drafts;

  DifferenceInWords(ScriptDrafts drafts) {
    this.drafts = drafts;
  }

  /**
   * {@code comparedText}, {@code differenceText} and {@code differenceLink}; and, if a draft came
   * back that is not the one compared, {@code returnedText}, {@code sinceReturnText} and {@code
   * sinceReturnLink}, which are empty otherwise.
   */
  Map<String, String> texts(ScriptDraft draft) {
    Map<String, String> texts = new HashMap<>();
    texts.put("comparedText", "an earlier draft");
    texts.put("differenceText", "It is the first draft of the film.");
    List.of("differenceLink", "returnedText", "sinceReturnText", "sinceReturnLink")
        .forEach(name -> texts.put(name, ""));
    Optional<ScriptDraft> returned = drafts.returnedBefore(draft);
    Optional<ScriptDraft> compared = drafts.comparable(draft, returned);
    compared.ifPresent(
        before -> {
          texts.put(
              "comparedText", Markdown.row(before.label()) + ", " + standing(before, returned));
          put(texts, "difference", before, draft, DifferenceInWords::text);
        });
    returned
        .filter(before -> !returned.equals(compared))
        .ifPresent(
            before -> {
              texts.put("returnedText", Markdown.label(before.label()));
              put(texts, "sinceReturn", before, draft, DifferenceInWords::inShort);
            });
    return texts;
  }

  private static String standing(ScriptDraft before, Optional<ScriptDraft> returned) {
    if (before.state() == DraftState.APPROVED) {
      return "the approved script";
    }
    return returned.filter(before::equals).isPresent()
        ? "which came back with notes"
        : "the draft before it";
  }

  private void put(
      Map<String, String> texts,
      String name,
      ScriptDraft before,
      ScriptDraft draft,
      Function<ScriptDifference, String> words) {
    try {
      texts.put(name + "Text", words.apply(drafts.difference(before, draft).difference()));
      texts.put(
          name + "Link",
          "/api/films/%s/scripts/%d/difference?from=%d"
              .formatted(draft.filmId(), draft.number(), before.number()));
    } catch (BusinessRuleException unreadable) {
      texts.put(name + "Text", Markdown.plain("Not compared. " + unreadable.getMessage()));
      texts.put(name + "Link", "");
    }
  }

  private static String inShort(ScriptDifference difference) {
    return difference.isEmpty() ? SAME : counts(difference);
  }

  static String text(ScriptDifference difference) {
    if (difference.isEmpty()) {
      return SAME;
    }
    List<String> lines = new ArrayList<>();
    lines.add(counts(difference));
    if (!difference.opening().isEmpty()) {
      lines.add("- **Before the first scene:** changed" + lines(difference.opening()));
    }
    int length = String.join("\n", lines).length();
    List<SceneChange> changed = difference.changed();
    int shown = 0;
    for (SceneChange one : changed) {
      String line = line(one);
      length += line.length() + 1;
      if (length > MOST_CHARACTERS) {
        lines.add(
            "- and %d more, on the page of the whole comparison".formatted(changed.size() - shown));
        break;
      }
      lines.add(line);
      shown++;
    }
    return String.join("\n", lines);
  }

  /** {@code Scenes: 5 changed, 1 added, 2 omitted; 112 read as they did.} */
  static String counts(ScriptDifference difference) {
    ScriptDifference.Counts counts = difference.counts();
    Map<String, Integer> parts = new LinkedHashMap<>();
    parts.put("changed", counts.changed());
    parts.put("added", counts.added());
    parts.put("omitted", counts.omitted());
    parts.put("moved", counts.moved());
    parts.put("renumbered", counts.renumbered());
    String differ =
        parts.entrySet().stream()
            .filter(part -> part.getValue() > 0)
            .map(part -> part.getValue() + " " + part.getKey())
            .collect(Collectors.joining(", "));
    String pages = pages(difference.changedPages());
    return "Scenes: %s%s.%s\n"
        .formatted(
            differ.isEmpty() ? "" : differ + "; ",
            counts.unchanged() == 1
                ? "1 reads as it did"
                : counts.unchanged() + " read as they did",
            pages.isEmpty() ? "" : " Changed pages: " + pages + ".");
  }

  /** {@code 3, 7–9}; the first twenty of them. */
  static String pages(SortedSet<Integer> pages) {
    List<String> ranges = new ArrayList<>();
    int from = 0;
    for (int page : pages) {
      from = pages.contains(page - 1) ? from : page;
      if (!pages.contains(page + 1)) {
        ranges.add(from == page ? String.valueOf(page) : from + "–" + page);
      }
    }
    return ranges.size() <= 20
        ? String.join(", ", ranges)
        : String.join(", ", ranges.subList(0, 20)) + " and more";
  }

  private static String line(SceneChange one) {
    String partner = one.partner() == null ? "" : shortened(one.partnerInWords());
    String moved =
        one.moved()
            ? "moved from place %d to %d".formatted(one.before().place(), one.after().place())
            : "";
    return "- **%s** ".formatted(shortened(one.inWords()))
        + switch (one.change()) {
          case ADDED ->
              "added, "
                  + one.scene().lengthInWords()
                  + (partner.isEmpty() ? "" : ", most of it from " + partner);
          case OMITTED -> "omitted" + (partner.isEmpty() ? "" : ", most of it now in " + partner);
          case MOVED -> moved;
          default ->
              (one.moved() ? moved + ", and changed" : "changed")
                  + (one.headingChanged()
                      ? "; its heading was " + shortened(one.before().heading())
                      : "")
                  + lines(one.lines());
        };
  }

  private static String lines(List<LineChange> lines) {
    StringBuilder text = new StringBuilder();
    for (LineChange line : lines.subList(0, Math.min(lines.size(), MOST_LINES))) {
      text.append("\n  - ")
          .append(line.added() ? "now: " : "was: ")
          .append(shortened(line.line().text().strip()));
    }
    if (lines.size() > MOST_LINES) {
      text.append("\n  - and %d more".formatted(lines.size() - MOST_LINES));
    }
    return text.toString();
  }

  private static String shortened(String text) {
    return Markdown.row(
        text.length() <= MOST_OF_A_LINE ? text : Excerpt.beginning(text, MOST_OF_A_LINE) + "…");
  }
}
