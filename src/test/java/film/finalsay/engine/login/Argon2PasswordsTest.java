package film.finalsay.engine.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Argon2PasswordsTest {

  private final Argon2Passwords passwords = new Argon2Passwords();

  @Test
  void aGuessCosts19MegabytesAndTwoPasses() {
    String kept = passwords.encrypt("the light stays on");

    assertThat(kept).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(passwords.check("the light stays on", kept)).isTrue();
    assertThat(passwords.check("the light goes out", kept)).isFalse();
  }
}
