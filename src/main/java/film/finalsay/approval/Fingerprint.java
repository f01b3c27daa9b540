package film.finalsay.approval;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Tells whether two things are the same to the last bit. */
public final class Fingerprint {

  private Fingerprint() {}

  /**
   * @return SHA-256, 64 lower-case hexadecimal digits
   */
  public static String of(byte[] content) {
    return HexFormat.of().formatHex(sha256().digest(content));
  }

  /**
   * @param values by name; a null value differs from an empty one
   * @return SHA-256 of names and values in the order of the names, 64 lower-case hexadecimal digits
   */
  public static String of(Map<String, String> values) {
    MessageDigest digest = sha256();
    new TreeMap<>(values)
        .forEach(
            (name, value) -> {
              add(digest, name);
              add(digest, value);
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  /** With its length before it, so that no two sets of values read alike. */
  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(4).putInt(text == null ? -1 : bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
