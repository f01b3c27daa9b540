package film.finalsay.engine.people;

import film.finalsay.approval.People;
import film.finalsay.approval.Role;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The people of the engine's own identity service. */
@Component
class EnginePeople implements People {

  private final IdentityService identity;

  EnginePeople(@Lazy IdentityService identity) {
    this.identity = identity;
  }

  @Override
  public boolean exists(String person) {
    return identity.createUserQuery().userId(person).count() > 0;
  }

  @Override
  public String nameOf(String person) {
    User user = identity.createUserQuery().userId(person).singleResult();
    if (user == null) {
      return person;
    }
    String name =
        Stream.of(user.getFirstName(), user.getLastName())
            .filter(Objects::nonNull)
            .map(PersonName::plain)
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(" "));
    return name.isEmpty() ? person : "%s (%s)".formatted(name, person);
  }

  @Override
  public boolean isIn(String person, Role role) {
    return identity.createUserQuery().userId(person).memberOfGroup(role.id()).count() > 0;
  }

  @Override
  public void join(String person, Role role) {
    if (!isIn(person, role)) {
      identity.createMembership(person, role.id());
    }
  }
}
