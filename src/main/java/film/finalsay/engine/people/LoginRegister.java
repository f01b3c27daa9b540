package film.finalsay.engine.people;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.LoginName;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The logins that were ever given, each for one pair of eyes. A login stays given when its account
 * is deleted: the records name people by it.
 */
@Component
public class LoginRegister {

  private static final Logger LOG = LoggerFactory.getLogger(LoginRegister.class);

  private final JdbcClient jdbc;

  LoginRegister(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Gives a login to a new account, or again to one that takes the place of a deleted one.
   *
   * @throws BusinessRuleException (invalid) if it is no login, or another like it was given
   */
  void give(String login) {
    LoginName.require(login);
    String given = given(login).orElse(null);
    if (given == null) {
      enter(login);
    } else if (!given.equals(login)) {
      throw taken(login, given);
    }
  }

  /** Another login, given before, that looks like this one. */
  public Optional<String> another(String login) {
    return given(login).filter(other -> !other.equals(login));
  }

  /** Enters the accounts that there were before there was a register, and names those alike. */
  void enterAll() {
    jdbc.sql(
            """
            select ID_ from ACT_ID_USER
            where not exists (select 1 from given_login where given_login.login = ID_)
            order by ID_
            """)
        .query(String.class)
        .list()
        .forEach(
            login ->
                given(login)
                    .ifPresentOrElse(
                        other ->
                            LOG.warn(
                                "The logins {} and {} look alike and count as one person: neither decides"
                                    + " what the other asked for or has answered. Delete one of them.",
                                other,
                                login),
                        () -> enter(login)));
  }

  private Optional<String> given(String login) {
    return jdbc.sql("select login from given_login where folded = :folded")
        .param("folded", LoginName.folded(login))
        .query(String.class)
        .optional();
  }

  /** Of two at once the second waits for the first, and is refused as if it came later. */
  private void enter(String login) {
    try {
      jdbc.sql("insert into given_login (folded, login) values (:folded, :login)")
          .param("folded", LoginName.folded(login))
          .param("login", login)
          .update();
    } catch (DuplicateKeyException atOnce) {
      throw BusinessRuleException.conflict("A login like \"%s\" is being given right now.", login);
    }
  }

  private static BusinessRuleException taken(String login, String other) {
    return BusinessRuleException.invalid(
        "id",
        "\"%s\" looks like \"%s\", which is or was somebody's login: take one that cannot be mistaken.",
        login,
        other);
  }
}
