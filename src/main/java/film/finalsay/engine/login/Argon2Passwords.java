package film.finalsay.engine.login;

import java.util.Base64;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * How passwords are kept: by Argon2id, which costs whoever guesses 19 MB and a good many
 * milliseconds a guess. The engine stores the name of the algorithm with each, so that those kept
 * by its own SHA-512 still open.
 */
@Component
class Argon2Passwords implements PasswordEncryptor {

  private static final String NAME = "argon2id";
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int MEMORY_KB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LEAST_MEMORY_KB = 8;

  private final Argon2PasswordEncoder cheap =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, LEAST_MEMORY_KB, 1);

  private final Argon2PasswordEncoder argon2;

  /** Dear to check and right for nothing. */
  private final String nobodys;

  Argon2Passwords() {
    this(MEMORY_KB);
  }

  Argon2Passwords(int memoryKb) {
    argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, memoryKb, PASSES);
    nobodys =
        "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(memoryKb, PASSES, LANES, zeros(SALT_BYTES), zeros(HASH_BYTES));
  }

  @Override
  public String encrypt(String password) {
    return argon2.encode(password);
  }

  @Override
  public boolean check(String password, String kept) {
    return argon2.matches(password, kept);
  }

  @Override
  public String hashAlgorithmName() {
    return NAME;
  }

  /** Takes as long as checking somebody's password, so that the time does not tell who exists. */
  void checkNobodys(String password) {
    check(password, nobodys);
  }

  /** For a password that is public anyway. */
  String encryptPublic(String password) {
    return "{%s}%s".formatted(NAME, cheap.encode(password));
  }

  private static String zeros(int bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(new byte[bytes]);
  }

  boolean isKeptThisWay(String kept) {
    return kept.startsWith("{" + NAME + "}");
  }
}
