package film.finalsay.budget;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * The text of a file. UTF-8, or UTF-16 that says so by its byte order mark; any other encoding
 * gives no sign of what it is, and a wrong guess would show only in the names.
 */
final class BudgetText {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private BudgetText() {}

  /**
   * @throws film.finalsay.approval.BusinessRuleException (invalid) naming the line that is in no
   *     such encoding
   */
  static String of(byte[] file) {
    Charset charset = charset(file);
    ByteBuffer bytes = ByteBuffer.wrap(file);
    CharBuffer chars = CharBuffer.allocate(file.length + 1);
    CoderResult result = charset.newDecoder().decode(bytes, chars, true);
    String text = chars.flip().toString();
    if (result.isError()) {
      throw BudgetLine.at(
          lineBreaks(text) + 1,
          "has a character that is not UTF-8; save the file as \"CSV UTF-8\", or as UTF-16 with a"
              + " byte order mark");
    }
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static Charset charset(byte[] file) {
    if (file.length >= 2 && file[0] == (byte) 0xFE && file[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    if (file.length >= 2 && file[0] == (byte) 0xFF && file[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    return StandardCharsets.UTF_8;
  }

  private static long lineBreaks(String text) {
    return text.replace("\r\n", "\n").chars().filter(c -> c == '\n' || c == '\r').count();
  }
}
