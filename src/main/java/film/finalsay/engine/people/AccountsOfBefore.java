package film.finalsay.engine.people;

import film.finalsay.engine.EngineSetup;
import film.finalsay.engine.StartLock;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Holds the accounts that a version before has entered to what is asked of them now. */
@Component
@Order(6)
class AccountsOfBefore implements EngineSetup.Step {

  private final IdentityService identity;
  private final LoginRegister logins;
  private final StartLock lock;

  AccountsOfBefore(IdentityService identity, LoginRegister logins, StartLock lock) {
    this.identity = identity;
    this.logins = logins;
    this.lock = lock;
  }

  @Override
  @Transactional
  public void ensure() {
    lock.hold();
    logins.enterAll();
    identity.createUserQuery().list().stream()
        .filter(user -> !isPlain(user))
        .forEach(
            user -> {
              user.setFirstName(PersonName.plain(user.getFirstName()));
              user.setLastName(PersonName.plain(user.getLastName()));
              user.setEmail(PersonName.plain(user.getEmail()));
              identity.saveUser(user);
            });
  }

  private static boolean isPlain(User user) {
    return PersonName.isPlain(user.getFirstName())
        && PersonName.isPlain(user.getLastName())
        && PersonName.isPlain(user.getEmail());
  }
}
