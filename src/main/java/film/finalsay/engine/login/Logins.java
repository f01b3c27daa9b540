package film.finalsay.engine.login;

import film.finalsay.approval.Teams;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * A person who has proved who they are, with their groups as authorities and the films on whose
 * team they are today. Read anew at every request, so that a role that ends, ends.
 */
@Component
public class Logins {

  private final IdentityService identity;
  private final Teams teams;

  Logins(IdentityService identity, Teams teams) {
    this.identity = identity;
    this.teams = teams;
  }

  /**
   * @param groups of the engine, by id
   * @param films by id; to the engine, tenants
   */
  record Standing(List<String> groups, List<String> films) {}

  /**
   * What a person proves who they are with today: the hash of their password or, without one, the
   * name that the provider of single sign-on gives them.
   *
   * @return null if there is nobody of this login, or nothing
   */
  String proof(String person) {
    User user = identity.createUserQuery().userId(person).singleResult();
    if (user == null) {
      return null;
    }
    return user.getPassword() == null
        ? identity.getUserInfo(person, SingleSignOnDoor.SUBJECT)
        : user.getPassword();
  }

  public Authentication of(String person) {
    Standing standing = standing(person);
    List<? extends GrantedAuthority> authorities =
        standing.groups().stream()
            .map(group -> Groups.CAMUNDA_ADMIN.equals(group) ? "administrator" : group)
            .map(group -> new SimpleGrantedAuthority("ROLE_" + group))
            .toList();
    UsernamePasswordAuthenticationToken login =
        UsernamePasswordAuthenticationToken.authenticated(person, null, authorities);
    login.setDetails(standing);
    return login;
  }

  /** From here on the engine acts for this person, on this thread, until they leave. */
  void enter(Authentication login) {
    Standing standing = standing(login);
    identity.setAuthentication(login.getName(), standing.groups(), standing.films());
  }

  void leave() {
    identity.clearAuthentication();
  }

  Standing standing(Authentication login) {
    return login.getDetails() instanceof Standing standing ? standing : standing(login.getName());
  }

  /** Whether a film is one of this person's, or they see all. */
  public boolean sees(Authentication login, String film) {
    Standing standing = standing(login);
    return standing.groups().contains(Groups.CAMUNDA_ADMIN) || standing.films().contains(film);
  }

  private Standing standing(String person) {
    List<String> groups =
        identity.createGroupQuery().groupMember(person).list().stream().map(Group::getId).toList();
    return new Standing(groups, teams.filmsOf(person));
  }
}
