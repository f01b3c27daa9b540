package film.finalsay.authority;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
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

  private static final String DECIDED_BY = "decidedBy";
  private static final String CONSENTS = "consents";
  private static final String BECAUSE = "because";

  private static final Set<Role> DECIDING =
      EnumSet.of(Role.PRODUCER, Role.CO_EXECUTIVE_PRODUCER, Role.EXECUTIVE_PRODUCER);

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
   * @param row of the authority table, or what the process knows of it; null if no row fits
   * @throws BusinessRuleException (conflict) if it names anybody but those who may decide or
   *     consent
   */
  public static Ruling ofTable(Map<String, Object> row) {
    return ofTable(row, Role.PARTIES);
  }

  /** The same, where only these are asked for their consent. */
  public static Ruling ofTable(Map<String, Object> row, Set<Role> consenting) {
    Map<String, Object> said = row == null ? Map.of() : row;
    Ruling ruling =
        of((String) said.get(DECIDED_BY), (String) said.get(CONSENTS), (String) said.get(BECAUSE));
    if (!DECIDING.contains(ruling.decidedBy)) {
      throw conflict(
          "The authority table lets the %s decide; only %s may.",
          ruling.decidedBy.title(), ids(DECIDING, ", "));
    }
    if (!consenting.containsAll(ruling.consents)) {
      throw conflict(
          "The authority table asks %s for consent; only %s are asked.",
          ruling.consentsById(), ids(consenting, ", "));
    }
    return ruling;
  }

  /**
   * The same, decided by a higher role where the table lets a lower one decide.
   *
   * @param why the sentence that goes before the table's own
   */
  public Ruling atLeast(Role role, String why) {
    return decidedBy == role || decidedBy.compareTo(role) > 0
        ? this
        : new Ruling(role, consents, why + " " + because);
  }

  /** The roles whose answers it asks for, one person each. */
  public List<Role> asked() {
    List<Role> asked = new ArrayList<>(consents);
    asked.add(0, decidedBy);
    return asked;
  }

  /** The consenting roles as the table writes them: {@code financier,completion-guarantor}. */
  public String consentsById() {
    return ids(consents, ",");
  }

  /** As the authority table and the process name it. */
  public Map<String, Object> byName() {
    return Map.of(DECIDED_BY, decidedBy.id(), CONSENTS, consentsById(), BECAUSE, because);
  }

  private static String ids(Set<Role> roles, String separator) {
    return roles.stream().map(Role::id).collect(Collectors.joining(separator));
  }

  private static Role role(String group) {
    return Role.ofId(group == null ? "" : group.strip())
        .orElseThrow(
            () ->
                conflict(
                    "The authority table lets \"%s\" decide, which is no role on a film's team.",
                    group));
  }
}
