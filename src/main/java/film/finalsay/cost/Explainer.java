package film.finalsay.cost;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Role;
import java.util.Optional;

/**
 * Who explains a variance.
 *
 * @param because the table's reason, a sentence
 */
public record Explainer(Role role, String because) {

  /**
   * @param group as the table names it; null and empty mean nobody
   * @throws BusinessRuleException (conflict) if the table names a group that is no role on a team
   */
  public static Optional<Explainer> of(String group, String because) {
    if (group == null || group.isBlank()) {
      return Optional.empty();
    }
    Role role =
        Role.ofId(group.strip())
            .orElseThrow(
                () ->
                    BusinessRuleException.conflict(
                        "The variance table lets \"%s\" explain, which is no role on a film's team."
                            .formatted(group)));
    return Optional.of(new Explainer(role, because == null ? "" : because));
  }
}
