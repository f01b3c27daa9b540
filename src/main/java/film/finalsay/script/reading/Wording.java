package film.finalsay.script.reading;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a text says, to compare it by. Programs make curly quotes, dashes and dots of what was
 * typed, print some elements in capitals however they were written, and add (CONT'D) to a name by
 * themselves: nobody changed the script where nothing else differs.
 */
final class Wording {

  private static final Pattern CONTINUED =
      Pattern.compile(" ?\\((?:CONT|CONT\\.|CONT'?D\\.?|CONTINUED)\\)");
  private static final Pattern BEFORE_EXTENSION = Pattern.compile(" ?\\(");

  private Wording() {}

  static ScriptLine of(ScriptLine line) {
    String plain = plain(line.text());
    return switch (line.element()) {
      case CHARACTER -> new ScriptLine(Element.CHARACTER, name(plain));
      case TRANSITION -> new ScriptLine(Element.ACTION, plain.toUpperCase(Locale.ROOT));
      case ACTION, CENTERED -> new ScriptLine(Element.ACTION, plain);
      case PARENTHETICAL, DIALOGUE -> new ScriptLine(Element.DIALOGUE, plain);
      // what is sung has to be cleared
      case LYRICS -> new ScriptLine(Element.LYRICS, plain);
    };
  }

  static String ofHeading(String heading) {
    return plain(heading).toUpperCase(Locale.ROOT);
  }

  static boolean isSameHeading(Scene one, Scene other) {
    return ofHeading(one.heading()).equals(ofHeading(other.heading()));
  }

  private static String name(String plain) {
    String name = plain.toUpperCase(Locale.ROOT);
    if (name.indexOf('(') < 0) {
      return name;
    }
    String said = CONTINUED.matcher(name).replaceAll("");
    return BEFORE_EXTENSION.matcher(said).replaceAll(" (");
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      if (Character.isWhitespace(one)) {
        blank = plain.length() > 0;
      } else {
        plain.append(blank ? " " : "");
        blank = false;
        add(plain, one);
      }
    }
    return plain.toString();
  }

  private static void add(StringBuilder plain, char one) {
    switch (one) {
      case '\u2018', '\u2019', '\u201A', '\u201B', '\u2032', '\u00B4', '`' -> plain.append('\'');
      case '\u201C', '\u201D', '\u201E', '\u201F', '\u2033' -> plain.append('"');
      case '\u2026' -> plain.append("...");
      case '-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> {
        // as many as were typed become one
        if (plain.length() == 0 || plain.charAt(plain.length() - 1) != '-') {
          plain.append('-');
        }
      }
      case '\u00AD', '\u200B', '\u2060' -> {
        // not printed
      }
      default -> plain.append(one);
    }
  }
}
