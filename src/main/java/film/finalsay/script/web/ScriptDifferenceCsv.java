package film.finalsay.script.web;

import film.finalsay.script.ScriptDrafts.Compared;
import film.finalsay.script.reading.LineChange;
import film.finalsay.script.reading.Scene;
import film.finalsay.script.reading.SceneChange;
import film.finalsay.web.Spreadsheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A line for each scene, and below it one for each line that changed. */
final class ScriptDifferenceCsv {

  private ScriptDifferenceCsv() {}

  static String written(Compared compared, boolean all) {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader(
                "change",
                "moved",
                "fromPlace",
                "fromNumber",
                "toPlace",
                "toNumber",
                "heading",
                "line")
            .get();
    StringBuilder text = new StringBuilder();
    try (CSVPrinter csv = new CSVPrinter(text, format)) {
      for (LineChange line : compared.difference().opening()) {
        csv.printRecord(state(line), "", "", "", "", "", "", words(line));
      }
      for (SceneChange one : DifferenceView.scenes(compared, all)) {
        csv.printRecord(
            one.change(),
            one.moved(),
            place(one.before()),
            number(one.before()),
            place(one.after()),
            number(one.after()),
            Spreadsheet.harmless(one.heading()),
            "");
        for (LineChange line : one.lines()) {
          csv.printRecord(
              state(line),
              "",
              place(one.before()),
              number(one.before()),
              place(one.after()),
              number(one.after()),
              "",
              words(line));
        }
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return text.toString();
  }

  private static String state(LineChange line) {
    return line.added() ? "NOW" : "WAS";
  }

  private static String words(LineChange line) {
    return Spreadsheet.harmless(line.line().text());
  }

  private static String place(Scene scene) {
    return scene == null ? "" : String.valueOf(scene.place());
  }

  private static String number(Scene scene) {
    return scene == null ? "" : scene.name();
  }
}
