package film.finalsay.register;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Role;
import film.finalsay.approval.Scope;
import film.finalsay.authority.AuthorityTable;
import java.util.Set;

/**
 * What all requests of a kind have in common.
 *
 * @param letters stand between the film's id and the number: {@code BC} in {@code NOVA-BC-1}
 * @param askedBy the roles that ask for it
 * @param ruledBy the table that says who decides; null where it is always the same role, or the
 *     kind asks its table itself
 * @param matter what a role has to be for, of whoever decides it; null where nobody decides
 * @param changing under which names the table of consents has terms for what it changes
 */
public record Declaration(
    ApprovalKind kind,
    String letters,
    Set<Trait> traits,
    Set<Role> askedBy,
    AuthorityTable ruledBy,
    Scope matter,
    Set<String> changing) {

  public enum Trait {
    /** A film has one open at a time: two would be decided past each other. */
    ONE_AT_A_TIME,
    /** A producer endorses what comes from below one, before it goes further up. */
    ENDORSED,
    /** What the product asks: who caused it cannot take it back. */
    HAS_TO_BE_ANSWERED,
    /**
     * Changes nothing of the film's money, script or cut, so it goes on once the film is delivered.
     */
    GOES_ON_AFTER_DELIVERY,
    /** What an approval did can be taken back; of most kinds money was moved, and stays moved. */
    CAN_BE_OVERTURNED
  }

  public static Declaration of(ApprovalKind kind, String letters, Trait... traits) {
    return new Declaration(
        kind, letters, Set.of(traits), Role.PRODUCING, null, Scope.ALL, Set.of());
  }

  /** The same, asked for by these roles alone. */
  public Declaration askedBy(Set<Role> roles) {
    return new Declaration(kind, letters, traits, roles, ruledBy, matter, changing);
  }

  /** The same, decided by whom this table names. */
  public Declaration ruledBy(AuthorityTable table) {
    return new Declaration(kind, letters, traits, askedBy, table, matter, changing);
  }

  /**
   * The same, for whose decision a role that is for this is enough.
   *
   * @param scope null where it is only taken note of
   */
  public Declaration about(Scope scope) {
    return new Declaration(kind, letters, traits, askedBy, ruledBy, scope, changing);
  }

  /** The same, with terms in the table of consents under these names. */
  public Declaration changing(Set<String> names) {
    return new Declaration(kind, letters, traits, askedBy, ruledBy, matter, names);
  }

  boolean is(Trait trait) {
    return traits.contains(trait);
  }
}
