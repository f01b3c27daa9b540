package film.finalsay.script.reading;

import static film.finalsay.script.reading.ScriptFile.refused;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Puts a script together scene by scene, and estimates its length: 55 lines to the page, each
 * element as wide as it is printed, a blank line over each heading and paragraph.
 */
final class ScriptBuilder {

  private static final int LINES_PER_PAGE = 55;
  private static final int HEADING_WIDTH = 60;
  private static final int MOST_SCENES = 5_000;
  private static final int MOST_LINES = 200_000;
  private static final int LONGEST_LINE = 10_000;
  private static final int LONGEST_HEADING = 300;
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern NUMBER = Pattern.compile("[A-Z0-9][A-Z0-9.-]{0,9}");

  private final ScriptFormat format;
  private final List<ScriptLine> opening = new ArrayList<>();
  private final List<Scene> scenes = new ArrayList<>();
  private final Map<String, Integer> lineOfNumber = new HashMap<>();
  private List<ScriptLine> lines = opening;
  private Heading heading;
  private int countOfLines;
  private int rows;
  private int speechRows;
  private int besideRows;

  /**
   * @param length in eighths; 0 if the file does not say
   * @param page 0 if the file does not say
   * @param fromRow the printed rows before it
   */
  private record Heading(String number, String text, int length, int page, int fromRow) {}

  ScriptBuilder(ScriptFormat format) {
    this.format = format;
  }

  /**
   * @param line of the file, for what is refused
   * @param number null or blank if there is none
   * @param length in eighths of a page; 0 if the file does not say
   * @param page 0 if the file does not say
   */
  void heading(int line, String number, String written, int length, int page) {
    String text = BLANKS.matcher(written.strip()).replaceAll(" ");
    if (text.length() > LONGEST_HEADING) {
      throw refused(
          line,
          "the scene heading has %d characters; at most %d fit.",
          text.length(),
          LONGEST_HEADING);
    }
    endScene();
    if (scenes.size() == MOST_SCENES) {
      throw refused(line, "is one scene more than the %d that a script may have.", MOST_SCENES);
    }
    String given = number == null || number.isBlank() ? null : number(line, number.strip());
    heading = new Heading(given, text, length, page, rows);
    lines = new ArrayList<>();
    rows += 1 + printedRows(text, HEADING_WIDTH);
  }

  /** Begins what one person says; beside another's if they speak at the same time. */
  void speech(boolean beside) {
    besideRows = beside ? speechRows : 0;
    speechRows = 0;
  }

  /** A line; a blank one is none. */
  void line(int line, Element element, String text, boolean beginsParagraph) {
    if (text.isBlank()) {
      return;
    }
    requireFits(line, text.length());
    if (++countOfLines > MOST_LINES) {
      throw refused(line, "is one line more than the %d that a script may have.", MOST_LINES);
    }
    lines.add(new ScriptLine(element, text));
    int printed = printedRows(text, element.width()) + (beginsParagraph ? 1 : 0);
    boolean spoken = element == Element.CHARACTER || element.isSpoken();
    int beside = spoken ? Math.min(besideRows, printed) : 0;
    besideRows -= beside;
    speechRows += spoken ? printed : 0;
    rows += printed - beside;
  }

  /**
   * @throws film.finalsay.approval.BusinessRuleException (invalid) if no line of a script is as
   *     long
   */
  static void requireFits(int line, int length) {
    if (length > LONGEST_LINE) {
      throw refused(
          line, "has %d characters; at most %d fit in a line of a script.", length, LONGEST_LINE);
    }
  }

  /**
   * @throws film.finalsay.approval.BusinessRuleException (invalid) if there is no scene
   */
  Script script() {
    endScene();
    if (scenes.isEmpty()) {
      throw refused(
          "has no scene: in Fountain a heading such as INT. LIGHTHOUSE - NIGHT, or with a period"
              + " first .AT SEA, with a blank line above and below it, in Final Draft a paragraph of"
              + " the type Scene Heading.");
    }
    boolean measured = scenes.stream().allMatch(Scene::measured);
    int eighths = scenes.stream().mapToInt(Scene::eighths).sum();
    int pages = measured ? (eighths + 7) / 8 : pageOf(Math.max(rows - 1, 0));
    return new Script(format, List.copyOf(opening), List.copyOf(scenes), pages, measured);
  }

  private String number(int line, String given) {
    String number = given.toUpperCase(Locale.ROOT);
    if (!NUMBER.matcher(number).matches()) {
      throw refused(
          line, "the scene number has to be 1 to 10 letters, digits, dots and dashes, as in 12A.");
    }
    Integer earlier = lineOfNumber.putIfAbsent(number, line);
    if (earlier != null) {
      throw refused(line, "scene number %s is there twice, first in line %d.", number, earlier);
    }
    return number;
  }

  private void endScene() {
    speechRows = 0;
    besideRows = 0;
    if (heading == null) {
      return;
    }
    boolean measured = heading.length() > 0;
    int own = Math.max(1, ((rows - heading.fromRow()) * 8 + LINES_PER_PAGE - 1) / LINES_PER_PAGE);
    int eighths = measured ? heading.length() : own;
    int firstPage = heading.page() > 0 ? heading.page() : pageOf(heading.fromRow() + 1);
    int lastPage = heading.page() > 0 ? firstPage + (eighths - 1) / 8 : pageOf(rows - 1);
    scenes.add(
        new Scene(
            scenes.size() + 1,
            heading.number(),
            heading.text(),
            List.copyOf(lines),
            eighths,
            measured,
            firstPage,
            Math.max(firstPage, lastPage)));
    heading = null;
  }

  private static int pageOf(int row) {
    return row / LINES_PER_PAGE + 1;
  }

  /** How many rows a text takes when its words are broken at a width. */
  private static int printedRows(String text, int width) {
    int printed = 1;
    int column = 0;
    int word = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && text.charAt(i) != ' ') {
        word++;
        continue;
      }
      if (column > 0 && column + word > width) {
        printed++;
        column = 0;
      }
      printed += word > width ? (word - 1) / width : 0;
      column += (word > width ? word % width : word) + 1;
      word = 0;
    }
    return printed;
  }
}
