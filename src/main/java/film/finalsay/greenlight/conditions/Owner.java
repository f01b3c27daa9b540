package film.finalsay.greenlight.conditions;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Role;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is to meet a condition.
 *
 * @param person null if anybody in the role is
 */
record Owner(Role role, String person) {

  /** The roles that prepare; who confirms is not among them. */
  static final List<Role> ROLES =
      Arrays.stream(Role.values())
          .filter(Role::maySubmit)
          .filter(role -> role != Role.EXECUTIVE_PRODUCER)
          .toList();

  /**
   * @param team the roles that each person holds today
   * @param setter who sets the condition, and will not meet it
   * @throws BusinessRuleException (invalid) naming the line
   */
  static Owner read(String text, Map<String, Set<Role>> team, String setter, int line) {
    if (text.equals(setter)) {
      throw ConditionList.wrong(line, "Owner: whoever sets a condition does not meet it.");
    }
    Set<Role> roles = team.get(text);
    if (roles != null && !roles.isEmpty()) {
      return new Owner(roles.stream().max(Comparator.comparing(Role::maySubmit)).get(), text);
    }
    return Role.ofId(text)
        .filter(ROLES::contains)
        .map(role -> held(role, team, setter, line))
        .orElseThrow(
            () ->
                ConditionList.wrong(
                    line,
                    "Owner: \"%s\" is nobody on the film's team today, and none of the roles that prepare: %s."
                        .formatted(
                            text, ROLES.stream().map(Role::id).collect(Collectors.joining(", ")))));
  }

  private static Owner held(Role role, Map<String, Set<Role>> team, String setter, int line) {
    boolean somebody =
        team.entrySet().stream()
            .filter(member -> !member.getKey().equals(setter))
            .filter(member -> !member.getValue().contains(Role.EXECUTIVE_PRODUCER))
            .anyMatch(member -> member.getValue().stream().anyMatch(one -> one.mayActFor(role)));
    if (!somebody) {
      throw ConditionList.wrong(
          line, "Owner: nobody on the film's team is %s today.".formatted(role.title()));
    }
    return new Owner(role, null);
  }
}
