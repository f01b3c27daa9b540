package film.finalsay.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Over texts, each with its length before it, so that nothing can be shifted to the next. */
final class Sha256 {

  private final MessageDigest digest = sha256();

  Sha256 add(String text) {
    byte[] bytes = text == null ? new byte[0] : text.getBytes(UTF_8);
    // nothing at all is not the same as an empty text
    digest.update(ByteBuffer.allocate(4).putInt(0, text == null ? -1 : bytes.length));
    digest.update(bytes);
    return this;
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
