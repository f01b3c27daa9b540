package film.finalsay.approval;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A role on one film's team. A credit gives no role: a role is granted to a person, per film, from
 * a day to a day.
 */
public enum Role {
  ASSOCIATE_PRODUCER,
  /** Hands in cuts and deliverables. */
  POST_SUPERVISOR,
  /** Keeps the books, and asks for money to be drawn. */
  PRODUCTION_ACCOUNTANT,
  LINE_PRODUCER,
  PRODUCER,
  CO_EXECUTIVE_PRODUCER,
  EXECUTIVE_PRODUCER,
  DIRECTOR,
  FIRST_ASSISTANT_DIRECTOR,
  LEGAL_COUNSEL,
  FINANCIER,
  DISTRIBUTOR,
  COMPLETION_GUARANTOR,
  /** Votes in a seat of a committee; the same person may hold another role beside it. */
  COMMITTEE_MEMBER;

  /**
   * The roles in rising order of authority over money; who is not among them decides only for
   * themselves.
   */
  private static final Set<Role> PRODUCERS_BY_AUTHORITY =
      EnumSet.of(PRODUCER, CO_EXECUTIVE_PRODUCER, EXECUTIVE_PRODUCER);

  /** The roles that ask for approvals and prepare what is asked for. */
  public static final Set<Role> SUBMITTING =
      Collections.unmodifiableSet(EnumSet.range(ASSOCIATE_PRODUCER, EXECUTIVE_PRODUCER));

  /** Those of them that ask for most kinds. */
  public static final Set<Role> PRODUCING =
      Collections.unmodifiableSet(
          EnumSet.of(
              ASSOCIATE_PRODUCER,
              LINE_PRODUCER,
              PRODUCER,
              CO_EXECUTIVE_PRODUCER,
              EXECUTIVE_PRODUCER));

  /** Those outside the production who may be asked for their consent. */
  public static final Set<Role> PARTIES =
      Collections.unmodifiableSet(EnumSet.of(FINANCIER, DISTRIBUTOR, COMPLETION_GUARANTOR));

  /** The role's id, which is also its group's id in the Tasklist: {@code executive-producer}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As a sentence writes it: {@code executive producer}. */
  public String title() {
    return name()
        .toLowerCase(Locale.ROOT)
        .replace('_', ' ')
        .replace("co executive", "co-executive");
  }

  public static Optional<Role> ofId(String id) {
    return Stream.of(values()).filter(role -> role.id().equals(id)).findFirst();
  }

  /** As a process names several groups in one variable: {@code financier,completion-guarantor}. */
  public static String ids(Collection<Role> roles) {
    return roles.stream().sorted().map(Role::id).collect(Collectors.joining(","));
  }

  /**
   * Whether this role may ask for an approval of any kind; who is below a producer submits, and
   * never approves.
   */
  public boolean maySubmit() {
    return SUBMITTING.contains(this);
  }

  /** Whether a package from this role has to be endorsed by a producer before it goes up. */
  public boolean isBelowProducer() {
    return compareTo(PRODUCER) < 0;
  }

  /**
   * Higher authority can always decide for the lower one; a role outside that line only for itself.
   */
  public boolean mayActFor(Role other) {
    return this == other
        || (PRODUCERS_BY_AUTHORITY.contains(this)
            && PRODUCERS_BY_AUTHORITY.contains(other)
            && compareTo(other) > 0);
  }
}
