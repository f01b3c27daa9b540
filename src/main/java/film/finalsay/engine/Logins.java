package film.finalsay.engine;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** A person who has proved who they are, with their groups as authorities. */
@Component
public class Logins {

  private final IdentityService identity;

  Logins(IdentityService identity) {
    this.identity = identity;
  }

  UsernamePasswordAuthenticationToken of(String person) {
    List<? extends GrantedAuthority> authorities =
        groups(person).stream()
            .map(group -> Groups.CAMUNDA_ADMIN.equals(group) ? "administrator" : group)
            .map(group -> new SimpleGrantedAuthority("ROLE_" + group))
            .toList();
    return UsernamePasswordAuthenticationToken.authenticated(person, null, authorities);
  }

  /** From here on the engine acts for this person, on this thread, until they leave. */
  void enter(String person) {
    identity.setAuthentication(person, groups(person));
  }

  void leave() {
    identity.clearAuthentication();
  }

  private List<String> groups(String person) {
    return identity.createGroupQuery().groupMember(person).list().stream()
        .map(Group::getId)
        .toList();
  }
}
