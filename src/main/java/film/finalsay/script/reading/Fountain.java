package film.finalsay.script.reading;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Fountain 1.1, as <a href="https://fountain.io/syntax">its syntax</a> says. */
final class Fountain {

  private static final Pattern PREFIX =
      Pattern.compile("(INT|EXT|EST|I\\.?/E)[. /].*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern EXTENSIONS = Pattern.compile("(?:\\([^()]*+\\)\\s*+)*+");

  /** What begins with one of these is a part of the script, or does not print. */
  private static final String MARKS = ".!@>~#=[/";

  private static final Pattern TITLE_KEY =
      Pattern.compile(
          "title|credit|authors?|source|notes|(draft )?date|contact|copyright|revision");

  private final List<FountainRows.Row> rows;
  private final ScriptBuilder script = new ScriptBuilder(ScriptFormat.FOUNTAIN);

  /** Whether what stands above is blank, or does not print. */
  private boolean afterBlank = true;

  private boolean speaking;

  private Fountain(List<FountainRows.Row> rows) {
    this.rows = rows;
  }

  static Script read(String text) {
    return new Fountain(FountainRows.of(text)).read();
  }

  private Script read() {
    for (int i = afterTitlePage(); i < rows.size(); i++) {
      read(i);
    }
    return script.script();
  }

  private void read(int i) {
    String raw = rows.get(i).text();
    String text = raw.strip();
    int line = rows.get(i).line();
    if (text.isEmpty()) {
      // two blanks keep a speech going over a blank line
      speaking = speaking && raw.length() >= 2;
      afterBlank = !speaking;
    } else if (isPageBreak(text)) {
      speaking = false;
      afterBlank = true;
    } else if (speaking) {
      spoken(line, text);
    } else if (doesNotPrint(text)) {
      afterBlank = true;
    } else {
      printed(i, line, raw, text);
      afterBlank = false;
    }
  }

  private void printed(int i, int line, String raw, String text) {
    char mark = text.charAt(0);
    String plain = mark == '*' || mark == '_' ? Emphasis.without(text).strip() : text;
    if (mark == '!') {
      add(line, Element.ACTION, text.substring(1));
    } else if (isForcedHeading(text)) {
      heading(line, text.substring(1));
    } else if (isHeading(i, plain)) {
      heading(line, plain);
    } else if (mark == '@') {
      character(line, text.substring(1));
    } else if (mark == '~') {
      add(line, Element.LYRICS, text.substring(1));
    } else if (mark == '>' && text.endsWith("<") && text.length() > 1) {
      add(line, Element.CENTERED, text.substring(1, text.length() - 1));
    } else if (mark == '>') {
      add(line, Element.TRANSITION, text.substring(1));
    } else if (isTransition(i, plain)) {
      add(line, Element.TRANSITION, text);
    } else if (afterBlank && !isBlankBelow(i) && isName(text)) {
      character(line, text);
    } else {
      // what an indent means in an action, it means in print
      add(line, Element.ACTION, raw.replace("\t", "    "));
    }
  }

  private boolean isForcedHeading(String text) {
    return afterBlank
        && text.length() > 1
        && text.charAt(0) == '.'
        && Character.isLetterOrDigit(text.charAt(1));
  }

  /** In capitals also where the blank line below is missing: it would be a person's name else. */
  private boolean isHeading(int i, String text) {
    return afterBlank && PREFIX.matcher(text).matches() && (isBlankBelow(i) || isUpper(text));
  }

  private boolean isTransition(int i, String text) {
    return afterBlank && isBlankBelow(i) && text.endsWith("TO:") && isUpper(text);
  }

  /** The number stands between # at the end. */
  private void heading(int line, String text) {
    String number = null;
    String heading = text;
    if (text.endsWith("#")) {
      int start = text.lastIndexOf('#', text.length() - 2);
      if (start >= 0) {
        number = text.substring(start + 1, text.length() - 1);
        heading = text.substring(0, start);
      }
    }
    script.heading(line, number, Emphasis.without(heading.strip()), 0, 0);
  }

  private void character(int line, String text) {
    boolean beside = text.endsWith("^");
    script.speech(beside);
    add(line, Element.CHARACTER, beside ? text.substring(0, text.length() - 1) : text);
    speaking = true;
  }

  private void spoken(int line, String text) {
    if (text.startsWith("(") && text.endsWith(")")) {
      add(line, Element.PARENTHETICAL, text);
    } else if (text.startsWith("~")) {
      add(line, Element.LYRICS, text.substring(1));
    } else {
      add(line, Element.DIALOGUE, text);
    }
  }

  private void add(int line, Element element, String text) {
    String plain = Emphasis.without(text);
    String kept = element == Element.ACTION ? plain.stripTrailing() : plain.strip();
    script.line(line, element, kept, element.afterBlank() && afterBlank);
  }

  private boolean isBlankBelow(int i) {
    if (i + 1 >= rows.size()) {
      return true;
    }
    String below = rows.get(i + 1).text().strip();
    return below.isEmpty() || doesNotPrint(below);
  }

  private static boolean isPageBreak(String text) {
    return text.startsWith("===") && text.chars().allMatch(one -> one == '=');
  }

  /** Sections, synopses and page breaks. */
  private static boolean doesNotPrint(String text) {
    return text.charAt(0) == '#' || text.charAt(0) == '=';
  }

  private static boolean isName(String text) {
    String cue = text.endsWith("^") ? text.substring(0, text.length() - 1).strip() : text;
    int extension = cue.indexOf('(');
    String name = extension < 0 ? cue : cue.substring(0, extension);
    return isUpper(name)
        && (extension < 0 || EXTENSIONS.matcher(cue.substring(extension)).matches());
  }

  /** Letter by letter, as some, such as ß, have no capital of their own. */
  private static boolean isUpper(String text) {
    return text.chars().anyMatch(Character::isLetter)
        && text.chars().allMatch(one -> one == Character.toUpperCase(one));
  }

  /**
   * Keys and values before all else, up to a blank line. FADE IN: alone is no key, nor is SUPER.
   */
  private int afterTitlePage() {
    int first = 0;
    while (first < rows.size() && rows.get(first).text().isBlank()) {
      first++;
    }
    if (first == rows.size() || !isTitlePage(first)) {
      return 0;
    }
    int i = first;
    while (i < rows.size() && !rows.get(i).text().isBlank()) {
      i++;
    }
    return i;
  }

  private boolean isTitlePage(int at) {
    String first = Emphasis.without(rows.get(at).text());
    String key = key(first);
    if (key.isEmpty()
        || Character.isWhitespace(first.charAt(0))
        || MARKS.indexOf(first.charAt(0)) >= 0
        || PREFIX.matcher(first).matches()) {
      return false;
    }
    String below = at + 1 < rows.size() ? rows.get(at + 1).text() : "";
    boolean hasValue = !first.substring(first.indexOf(':') + 1).isBlank();
    return TITLE_KEY.matcher(key).matches()
        || TITLE_KEY.matcher(key(below)).matches()
        || (hasValue && !isUpper(first.substring(0, first.indexOf(':'))))
        || (!below.isBlank() && (below.startsWith("   ") || below.startsWith("\t")));
  }

  /** What stands before the colon, in small letters; empty if there is none. */
  private static String key(String row) {
    return row.substring(0, Math.max(row.indexOf(':'), 0)).strip().toLowerCase(Locale.ROOT);
  }
}
