package film.finalsay.register;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Role;
import java.util.Set;

/**
 * What all requests of a kind have in common.
 *
 * @param letters stand between the film's id and the number: {@code BC} in {@code NOVA-BC-1}
 * @param askedBy the roles that ask for it
 */
public record Declaration(ApprovalKind kind, String letters, Set<Trait> traits, Set<Role> askedBy) {

  public enum Trait {
    /** A film has one open at a time: two would be decided past each other. */
    ONE_AT_A_TIME,
    /** A producer endorses what comes from below one, before it goes further up. */
    ENDORSED,
    /** What the product asks: who caused it cannot take it back. */
    HAS_TO_BE_ANSWERED,
    /** What an approval did can be taken back; of most kinds money was moved, and stays moved. */
    CAN_BE_OVERTURNED
  }

  public static Declaration of(ApprovalKind kind, String letters, Trait... traits) {
    return new Declaration(kind, letters, Set.of(traits), Role.PRODUCING);
  }

  /** The same, asked for by these roles alone. */
  public Declaration askedBy(Set<Role> roles) {
    return new Declaration(kind, letters, traits, roles);
  }

  boolean is(Trait trait) {
    return traits.contains(trait);
  }
}
