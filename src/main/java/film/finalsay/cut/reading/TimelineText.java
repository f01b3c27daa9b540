package film.finalsay.cut.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The text of a file: UTF-8, or as older systems write it, which any bytes are. */
final class TimelineText {

  private TimelineText() {}

  static String of(byte[] file) {
    String text = decoded(file);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String decoded(byte[] file) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException older) {
      return new String(file, StandardCharsets.ISO_8859_1);
    }
  }
}
