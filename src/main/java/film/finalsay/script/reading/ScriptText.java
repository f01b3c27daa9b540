package film.finalsay.script.reading;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** Bytes as text: UTF-8, or what a byte order mark says. Nothing is guessed or replaced. */
final class ScriptText {

  private ScriptText() {}

  /**
   * @throws film.finalsay.approval.BusinessRuleException (invalid) if it is empty, in another
   *     encoding, or has characters that no text has
   */
  static String decoded(byte[] content) {
    String text;
    if (ScriptFile.startsWith(content, "\u00EF\u00BB\u00BF")) {
      text = decoded(content, 3, StandardCharsets.UTF_8, "UTF-8");
    } else if (ScriptFile.startsWith(content, "\u00FE\u00FF")) {
      text = decoded(content, 2, StandardCharsets.UTF_16BE, "UTF-16");
    } else if (ScriptFile.startsWith(content, "\u00FF\u00FE")) {
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
      throw ScriptFile.refused(
          lineAt(text, text.length()), "is no %s; save the script as UTF-8.", name);
    }
    return text.toString();
  }

  private static void requireText(String text) {
    if (text.isBlank()) {
      throw ScriptFile.refused("is empty.");
    }
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      if (one < ' ' && one != '\n' && one != '\r' && one != '\t' && one != '\f') {
        throw ScriptFile.refused(
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
