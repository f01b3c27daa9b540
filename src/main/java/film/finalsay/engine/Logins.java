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
        identity.createGroupQuery().groupMember(person).list().stream()
            .map(Group::getId)
            .map(group -> Groups.CAMUNDA_ADMIN.equals(group) ? "administrator" : group)
            .map(group -> new SimpleGrantedAuthority("ROLE_" + group))
            .toList();
    return UsernamePasswordAuthenticationToken.authenticated(person, null, authorities);
  }
}
