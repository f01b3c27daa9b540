package film.finalsay.film;

import com.fasterxml.jackson.annotation.JsonIgnore;
import film.finalsay.approval.ApprovalKind;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A person's stake in a matter of a film. Whoever has one does not decide that matter, in whatever
 * role.
 *
 * @param description what it is, in a sentence
 * @param matters the kinds of approval that it concerns; empty for every kind
 * @param account the one budget account that it concerns; null if it concerns the film as a whole
 * @param endedAt null while it stands
 */
public record Interest(
    long id,
    @JsonIgnore String filmId,
    String person,
    Nature nature,
    String description,
    Set<ApprovalKind> matters,
    String account,
    String declaredBy,
    Instant declaredAt,
    Instant endedAt) {

  public Interest {
    matters = Collections.unmodifiableSortedSet(new TreeSet<>(matters));
  }

  /** What binds the person to the matter. */
  public enum Nature {
    /** Own money, or a company's, is in the film. */
    INVESTOR,
    /** Plays in the film. */
    CAST,
    /** Somebody close has one of the other interests. */
    FAMILY,
    /** Sells or hires out something to the film. */
    SUPPLIER,
    /** Is hired or paid by what is asked for. */
    PAID,
    /** Has drafted what is asked for. */
    DRAFTED;

    /** As a sentence writes it: {@code supplier}. */
    public String title() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * That of somebody whom a request would hire or pay: not on the register, and theirs while it is
   * open.
   *
   * @param description why, in a sentence
   */
  public static Interest paid(String filmId, String person, String description) {
    return ofOne(filmId, person, Nature.PAID, description);
  }

  /**
   * That of somebody who drafted what a request asks for, likewise.
   *
   * @param description what, in a sentence
   */
  public static Interest drafted(String filmId, String person, String description) {
    return ofOne(filmId, person, Nature.DRAFTED, description);
  }

  private static Interest ofOne(String filmId, String person, Nature nature, String description) {
    return new Interest(0, filmId, person, nature, description, Set.of(), null, person, null, null);
  }

  /**
   * @param accounts the budget accounts that are moved; empty if the film as a whole is concerned
   */
  boolean concerns(ApprovalKind kind, Set<String> accounts) {
    return (matters.isEmpty() || matters.contains(kind))
        && (account == null || accounts.contains(account));
  }

  /** As a form names it: {@code supplier, account 3500: owns the trucks}. */
  public String inWords() {
    return "%s%s: %s"
        .formatted(nature.title(), account == null ? "" : ", account " + account, description);
  }
}
