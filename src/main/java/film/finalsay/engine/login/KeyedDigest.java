package film.finalsay.engine.login;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells whether texts are the same again without keeping them; the key lives with the process. */
final class KeyedDigest {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final SecretKeySpec key;

  KeyedDigest() {
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    key = new SecretKeySpec(random, ALGORITHM);
  }

  String of(String... texts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      // each with its length, so that no two lists of texts run together into the same bytes
      String all = Stream.of(texts).map(one -> one.length() + ":" + one).collect(joining());
      return HexFormat.of().formatHex(mac.doFinal(all.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
