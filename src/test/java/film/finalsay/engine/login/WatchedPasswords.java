package film.finalsay.engine.login;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Hashes as the product does, for next to nothing, and lets a test count and hold up. */
@Component
@Primary
@ConditionalOnProperty("final-say.test.watched-passwords")
class WatchedPasswords extends Argon2Passwords {

  private static final int LEAST_MEMORY_KB = 8;

  private final AtomicLong checks = new AtomicLong();
  private volatile String heldUp;
  private volatile Semaphore allowed;

  WatchedPasswords() {
    super(LEAST_MEMORY_KB);
  }

  @Override
  public boolean check(String password, String kept) {
    checks.incrementAndGet();
    if (password.equals(heldUp)) {
      allowed.acquireUninterruptibly();
    }
    return super.check(password, kept);
  }

  long checks() {
    return checks.get();
  }

  /** Counts from here on, and lets everything through. */
  void anew() {
    checks.set(0);
    heldUp = null;
  }

  /** Checks this password only as often as allowed. */
  void holdUp(String password, Semaphore allowed) {
    this.allowed = allowed;
    heldUp = password;
  }
}
