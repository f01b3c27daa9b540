package film.finalsay.script;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Excerpt;
import film.finalsay.approval.Markdown;
import film.finalsay.script.reading.Script;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The draft, how its scenes are numbered, and what was cleared in it. */
@Component
class ScriptLockBriefing {

  private static final int MOST_FINDINGS = 15;

  private final ScriptDrafts drafts;
  private final Clearances clearances;

  ScriptLockBriefing(ScriptDrafts drafts, Clearances clearances) {
    this.drafts = drafts;
    this.clearances = clearances;
  }

  Map<String, String> of(ScriptDraft draft, String note) {
    Map<String, String> texts = DraftTexts.naming(draft);
    texts.put("noteText", Markdown.plain(note));
    texts.put("scenesText", scenes(draft));
    texts.put("clearanceText", clearance(draft));
    return texts;
  }

  private String scenes(ScriptDraft draft) {
    try {
      Script script = drafts.scenes(draft);
      int size = script.scenes().size();
      String numbers =
          "%s to %s".formatted(script.scenes().get(0).name(), script.scenes().get(size - 1).name());
      return "%d, numbered %s%s"
          .formatted(
              size,
              Markdown.row(numbers),
              script.unnumbered().isEmpty()
                  ? " as the script gives them"
                  : " by counting, as the script gives no numbers");
    } catch (BusinessRuleException unreadable) {
      return Markdown.plain(unreadable.getMessage());
    }
  }

  private String clearance(ScriptDraft draft) {
    Clearances.Count count = clearances.count(draft);
    if (count.reports() == 0) {
      return "There is no clearance report on this document.";
    }
    StringBuilder text = new StringBuilder();
    text.append(
        "%d clearance report%s, %d finding%s, %s.\n"
            .formatted(
                count.reports(),
                count.reports() == 1 ? "" : "s",
                count.findings(),
                count.findings() == 1 ? "" : "s",
                count.open() == 0 ? "none open" : count.open() + " open"));
    for (Finding finding : clearances.findings(draft, MOST_FINDINGS, 0)) {
      text.append(
          "\n- **%s** %s: %s"
              .formatted(
                  Markdown.row(shortened(finding.inWords())),
                  finding.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                  Markdown.row(finding.how() == null ? "" : shortened(finding.how()))));
    }
    if (count.findings() > MOST_FINDINGS) {
      text.append("\n- and %d more".formatted(count.findings() - MOST_FINDINGS));
    }
    return text.toString();
  }

  private static String shortened(String text) {
    return text.length() <= 90 ? text : Excerpt.beginning(text, 90) + "…";
  }
}
