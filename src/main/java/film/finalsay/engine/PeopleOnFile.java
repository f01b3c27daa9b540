package film.finalsay.engine;

import film.finalsay.approval.Refusal;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * The engine's own keeping of people, behind every door by which one is entered or changed: each
 * has a login and a name that cannot be taken for somebody else's.
 */
final class PeopleOnFile extends DbIdentityServiceProvider {

  private final LoginRegister logins;

  private PeopleOnFile(LoginRegister logins) {
    this.logins = logins;
  }

  /** In the place of the engine's own. */
  static SessionFactory factory(LoginRegister logins) {
    return new SessionFactory() {
      @Override
      public Class<?> getSessionType() {
        return DbIdentityServiceProvider.class;
      }

      @Override
      public Session openSession() {
        return new PeopleOnFile(logins);
      }
    };
  }

  /** The engine's rights come first: whoever may not, learns nothing of who there is. */
  @Override
  public IdentityOperationResult saveUser(User user) {
    IdentityOperationResult saved = super.saveUser(user);
    requirePlain("firstName", user.getFirstName());
    requirePlain("lastName", user.getLastName());
    requirePlain("email", user.getEmail());
    if (IdentityOperationResult.OPERATION_CREATE.equals(saved.getOperation())) {
      logins.give(user.getId());
    }
    return saved;
  }

  private static void requirePlain(String field, String text) {
    if (!PersonName.isPlain(text)) {
      throw Refusal.invalid(
          field, "has a character that is not seen, or turns the text around; write it without.");
    }
  }
}
