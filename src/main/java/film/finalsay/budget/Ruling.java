package film.finalsay.budget;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Role;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the authority table said of a request: who decides it, and why.
 *
 * @param decidedBy whose decision it is; higher authority can decide for it
 * @param consents whose consent it needs after that; empty for nobody's
 * @param because the table's reason, a sentence
 */
public record Ruling(Role decidedBy, Set<Role> consents, String because) {

  /**
   * @param consents group ids, separated by commas; null and empty mean none
   * @throws BusinessRuleException (conflict) if the table names a group that is no role on a team
   */
  public static Ruling of(String decidedBy, String consents, String because) {
    return new Ruling(
        role(decidedBy),
        Arrays.stream(consents == null ? new String[0] : consents.split(","))
            .map(String::strip)
            .filter(group -> !group.isEmpty())
            .map(Ruling::role)
            .collect(Collectors.toCollection(LinkedHashSet::new)),
        because == null ? "" : because);
  }

  /**
   * The same, decided by a higher role where the table lets a lower one decide.
   *
   * @param why the sentence that goes before the table's own
   */
  Ruling atLeast(Role role, String why) {
    return decidedBy == role || decidedBy.compareTo(role) > 0
        ? this
        : new Ruling(role, consents, why + " " + because);
  }

  /** The consenting roles as the table writes them: {@code financier,completion-guarantor}. */
  public String consentsById() {
    return consents.stream().map(Role::id).collect(Collectors.joining(","));
  }

  /** As the authority table and the process name it. */
  public Map<String, Object> byName() {
    return Map.of("decidedBy", decidedBy.id(), "consents", consentsById(), "because", because);
  }

  private static Role role(String group) {
    return Role.ofId(group == null ? "" : group.strip())
        .orElseThrow(
            () ->
                BusinessRuleException.conflict(
                    "The authority table lets \"%s\" decide, which is no role on a film's team."
                        .formatted(group)));
  }
}
