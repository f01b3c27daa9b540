package film.finalsay.script.web;

import film.finalsay.script.ScriptDrafts.Compared;
import film.finalsay.script.reading.LineChange;
import film.finalsay.script.reading.SceneChange;
import film.finalsay.script.reading.SceneChange.Change;
import film.finalsay.script.reading.ScriptDifference.Counts;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** The whole comparison as a page to read, without script. */
final class DifferencePage {

  private DifferencePage() {}

  static String written(Compared compared, boolean all) {
    String title = "%s against %s".formatted(compared.after().label(), compared.before().label());
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>%s</title>\n".formatted(safe(title)))
        .append("<link rel=\"stylesheet\" href=\"/script-difference.css\">\n</head>\n<body>\n")
        .append("<h1>%s</h1>\n".formatted(safe(title)))
        .append("<p>%s</p>\n".formatted(counts(compared)));
    if (!compared.difference().opening().isEmpty()) {
      page.append("<h2>Before the first scene</h2>\n");
      lines(page, compared.difference().opening());
    }
    for (SceneChange one : DifferenceView.scenes(compared, all)) {
      page.append("<h2>%s</h2>\n<p>%s</p>\n".formatted(safe(one.inWords()), said(one)));
      lines(page, one.lines());
    }
    return page.append("</body>\n</html>\n").toString();
  }

  private static String counts(Compared compared) {
    Counts counts = compared.difference().counts();
    return "Scenes: %d changed, %d added, %d omitted, %d moved, %d renumbered; %d read as they did."
        .formatted(
            counts.changed(),
            counts.added(),
            counts.omitted(),
            counts.moved(),
            counts.renumbered(),
            counts.unchanged());
  }

  private static String said(SceneChange one) {
    StringBuilder said = new StringBuilder(one.change().name().toLowerCase(Locale.ROOT));
    if (one.moved()) {
      said.append(", from place %d to %d".formatted(one.before().place(), one.after().place()));
    }
    if (one.renumbered()) {
      said.append(", was scene %s".formatted(safe(one.before().number())));
    }
    if (one.headingChanged() && one.change() != Change.OMITTED) {
      said.append(", was %s".formatted(safe(one.before().heading())));
    }
    if (one.partner() != null) {
      said.append(
          ", most of it %s %s"
              .formatted(one.after() == null ? "now in" : "from", safe(one.partnerInWords())));
    }
    return said.append('.').toString();
  }

  private static void lines(StringBuilder page, List<LineChange> lines) {
    if (lines.isEmpty()) {
      return;
    }
    page.append("<ul>\n");
    for (LineChange line : lines) {
      String tag = line.added() ? "ins" : "del";
      page.append(
          "<li class=\"%s\"><%s>%s</%s></li>\n"
              .formatted(
                  line.line().element().name().toLowerCase(Locale.ROOT),
                  tag,
                  safe(line.line().text()),
                  tag));
    }
    page.append("</ul>\n");
  }

  private static String safe(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
