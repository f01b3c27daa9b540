package film.finalsay.script.reading;

import film.finalsay.approval.BusinessRuleException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A file that was sent as a script. What it is, its content says; a name that says something else
 * is refused.
 *
 * @param script empty if it is of a format whose scenes are not read
 */
public record ScriptFile(ScriptFormat format, Optional<Script> script) {

  private static final int MOST_BYTES = 10 * 1024 * 1024;
  private static final String UNDERSTOOD =
      "a script is Fountain (.fountain, .txt), Final Draft (.fdx) or PDF (.pdf)";

  /** What files begin with that are no text, though a text may be in them. */
  private static final Map<String, String> NO_TEXT =
      Map.of(
          "PK\u0003\u0004", "is a ZIP archive, as word processors write it",
          "PK\u0005\u0006", "is an empty ZIP archive",
          "\u00D0\u00CF\u0011\u00E0", "is a document of a word processor",
          "{\\rtf", "is RTF, as word processors write it",
          "\u001F\u008B", "is compressed");

  /**
   * @throws BusinessRuleException (invalid) naming {@code document}, and the line where there is
   *     one
   */
  public static ScriptFile read(String fileName, byte[] content) {
    if (startsWith(content, "%PDF-")) {
      requireNamed(ScriptFormat.PDF, fileName);
      return new ScriptFile(ScriptFormat.PDF, Optional.empty());
    }
    if (content.length > MOST_BYTES) {
      throw refused("has more than 10 MB, which no script has as text.");
    }
    NO_TEXT.forEach(
        (start, what) -> {
          if (startsWith(content, start)) {
            throw refused(what + "; " + UNDERSTOOD + ".");
          }
        });
    String text = decoded(content);
    if (isXml(text)) {
      boolean finalDraft = text.contains("FinalDraft");
      if (!finalDraft && !ScriptFormat.FINAL_DRAFT.isNamed(ending(fileName))) {
        throw refused("begins as HTML or other XML; " + UNDERSTOOD + ".");
      }
      requireNamed(ScriptFormat.FINAL_DRAFT, fileName);
      return new ScriptFile(ScriptFormat.FINAL_DRAFT, Optional.of(FinalDraft.read(text)));
    }
    requireNamed(ScriptFormat.FOUNTAIN, fileName);
    return new ScriptFile(ScriptFormat.FOUNTAIN, Optional.of(Fountain.read(text)));
  }

  static BusinessRuleException refused(String why, Object... values) {
    return BusinessRuleException.invalid("document", why, values);
  }

  static BusinessRuleException refused(int line, String why, Object... values) {
    return refused("line %d: %s", line, values.length == 0 ? why : why.formatted(values));
  }

  private static void requireNamed(ScriptFormat format, String fileName) {
    if (fileName.indexOf('.') < 0 || format.isNamed(ending(fileName))) {
      return;
    }
    throw refused(
        "is called %s and contains %s; %s.",
        fileName, format == ScriptFormat.FOUNTAIN ? "plain text" : format.title(), UNDERSTOOD);
  }

  private static String ending(String fileName) {
    return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static boolean isXml(String text) {
    String start = text.stripLeading();
    return start.length() > 1
        && start.charAt(0) == '<'
        && ("?!".indexOf(start.charAt(1)) >= 0 || Character.isLetter(start.charAt(1)));
  }

  /**
   * @param start a character for each byte
   */
  private static boolean startsWith(byte[] content, String start) {
    byte[] bytes = start.getBytes(StandardCharsets.ISO_8859_1);
    return content.length >= bytes.length
        && Arrays.equals(content, 0, bytes.length, bytes, 0, bytes.length);
  }

  /**
   * Bytes as text: UTF-8, or what a byte order mark says. Nothing is guessed or replaced.
   *
   * @throws BusinessRuleException (invalid) if it is empty, in another encoding, or has characters
   *     that no text has
   */
  private static String decoded(byte[] content) {
    String text;
    if (startsWith(content, "\u00EF\u00BB\u00BF")) {
      text = decoded(content, 3, StandardCharsets.UTF_8, "UTF-8");
    } else if (startsWith(content, "\u00FE\u00FF")) {
      text = decoded(content, 2, StandardCharsets.UTF_16BE, "UTF-16");
    } else if (startsWith(content, "\u00FF\u00FE")) {
      text = decoded(content, 2, StandardCharsets.UTF_16LE, "UTF-16");
    } else {
      text = decoded(content, 0, StandardCharsets.UTF_8, "UTF-8");
    }
    requireText(text);
    return printed(text);
  }

  /**
   * A blank that does not break is printed as one that does, a stray mark of order not at all, and
   * a letter with its accent as one, however it is put together.
   */
  private static String printed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replace('\u00A0', ' ')
        .replace('\u202F', ' ')
        .replace("\uFEFF", "");
  }

  private static String decoded(byte[] content, int from, Charset charset, String name) {
    ByteBuffer bytes = ByteBuffer.wrap(content, from, content.length - from);
    CharBuffer text = CharBuffer.allocate(content.length - from + 1);
    // a decoder reports what it cannot read, unless it is told otherwise
    CoderResult result = charset.newDecoder().decode(bytes, text, true);
    text.flip();
    if (result.isError()) {
      throw refused(lineAt(text, text.length()), "is no %s; save the script as UTF-8.", name);
    }
    return text.toString();
  }

  private static void requireText(String text) {
    if (text.isBlank()) {
      throw refused("is empty.");
    }
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      if (one < ' ' && one != '\n' && one != '\r' && one != '\t' && one != '\f') {
        throw refused(
            lineAt(text, i),
            "contains the control character U+%04X; save the script as text in UTF-8.",
            (int) one);
      }
    }
  }

  private static int lineAt(CharSequence text, int end) {
    return 1 + (int) text.chars().limit(end).filter(one -> one == '\n').count();
  }
}
