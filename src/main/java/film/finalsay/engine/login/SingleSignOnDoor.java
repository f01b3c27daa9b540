package film.finalsay.engine.login;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Excerpt;
import film.finalsay.approval.LoginName;
import film.finalsay.approval.Role;
import film.finalsay.engine.people.Grants;
import film.finalsay.engine.people.LoginRegister;
import film.finalsay.engine.people.PersonName;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets in whoever comes from the provider of single sign-on: the first time as a person of the
 * engine's, and from then on in the groups that the provider gives them today.
 */
@Component
public class SingleSignOnDoor {

  public static final String ADMINISTRATOR = "administrator";

  static final String SUBJECT = "single-sign-on";
  private static final int LONGEST_NAME = 255;

  private final IdentityService identity;
  private final TasklistSession sessions;
  private final LoginRegister logins;
  private final TransactionTemplate transaction;

  SingleSignOnDoor(
      IdentityService identity,
      TasklistSession sessions,
      LoginRegister logins,
      PlatformTransactionManager transactions) {
    this.logins = logins;
    this.identity = identity;
    this.sessions = sessions;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** The groups that a provider may give. */
  public static Set<String> groups() {
    return Stream.concat(
            Stream.of(Role.values()).map(Role::id), Stream.of(Grants.MODELLER, ADMINISTRATOR))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Logs them in to the Tasklist, in a new session.
   *
   * @throws BusinessRuleException (forbidden) if they cannot have this login
   */
  public void enter(Arrival arrival, HttpServletRequest request) {
    requireLogin(arrival.person());
    try {
      transaction.executeWithoutResult(status -> admit(arrival));
    } catch (ProcessEngineException | RestException raced) {
      // two logins of somebody new at once: the second finds what the first has made
      transaction.executeWithoutResult(status -> admit(arrival));
    }
    if (identity.createGroupQuery().groupMember(arrival.person()).count() == 0) {
      throw BusinessRuleException.forbidden(
          "You are known here as %s, but you are in no group yet. Ask your production office.",
          arrival.person());
    }
    sessions.open(request, arrival.person());
  }

  /** Whether this request's session is somebody's. */
  public boolean isLoggedIn(HttpServletRequest request) {
    return sessions.login(request).isPresent();
  }

  private void requireLogin(String login) {
    try {
      LoginName.require(login);
    } catch (BusinessRuleException none) {
      throw BusinessRuleException.forbidden(
          "The provider calls you \"%s\", which is no login here. %s", login, none.getMessage());
    }
    logins
        .another(login)
        .ifPresent(
            other -> {
              throw BusinessRuleException.forbidden(
                  "The provider calls you \"%s\", which looks like \"%s\", the login of somebody else here.",
                  login, other);
            });
  }

  private void admit(Arrival arrival) {
    User user = identity.createUserQuery().userId(arrival.person()).singleResult();
    if (user == null) {
      identity.saveUser(named(identity.newUser(arrival.person()), arrival));
      identity.setUserInfo(arrival.person(), SUBJECT, arrival.subject());
    } else {
      requireTheSame(arrival);
      if (!isNamed(user, arrival)) {
        identity.saveUser(named(user, arrival));
      }
    }
    bringGroupsUpToDate(arrival);
  }

  private void requireTheSame(Arrival arrival) {
    String subject = identity.getUserInfo(arrival.person(), SUBJECT);
    if (subject == null) {
      throw BusinessRuleException.forbidden(
          "%s is the login of an account with a password here, which single sign-on does not open.",
          arrival.person());
    }
    if (!subject.equals(arrival.subject())) {
      throw BusinessRuleException.forbidden(
          "%s is the login of somebody else, who came here from the same provider before.",
          arrival.person());
    }
  }

  private void bringGroupsUpToDate(Arrival arrival) {
    Set<String> before =
        identity.createGroupQuery().groupMember(arrival.person()).list().stream()
            .map(Group::getId)
            .collect(Collectors.toCollection(TreeSet::new));
    for (String given : arrival.givenGroups()) {
      String group = given.equals(ADMINISTRATOR) ? Groups.CAMUNDA_ADMIN : given;
      boolean isIn = before.contains(group);
      boolean belongs = arrival.groups().contains(given);
      if (belongs && !isIn) {
        identity.createMembership(arrival.person(), group);
      } else if (!belongs && isIn) {
        identity.deleteMembership(arrival.person(), group);
      }
    }
  }

  private static User named(User user, Arrival arrival) {
    user.setFirstName(fitting(arrival.firstName()));
    user.setLastName(fitting(arrival.lastName()));
    user.setEmail(fitting(arrival.email()));
    return user;
  }

  private static boolean isNamed(User user, Arrival arrival) {
    return Objects.equals(user.getFirstName(), fitting(arrival.firstName()))
        && Objects.equals(user.getLastName(), fitting(arrival.lastName()))
        && Objects.equals(user.getEmail(), fitting(arrival.email()));
  }

  private static String fitting(String text) {
    return Optional.ofNullable(text)
        .map(PersonName::plain)
        .map(name -> Excerpt.beginning(name, LONGEST_NAME))
        .orElse(null);
  }
}
