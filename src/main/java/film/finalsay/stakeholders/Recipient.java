package film.finalsay.stakeholders;

import film.finalsay.approval.Role;
import java.util.Optional;
import java.util.stream.Stream;

/** Who a report can go to; each gets what is theirs. */
enum Recipient {
  FINANCIER(Role.FINANCIER, "toFinancier", "owedByFinancier"),
  /** Sees no costs. */
  DISTRIBUTOR(Role.DISTRIBUTOR, "toDistributor", "owedByDistributor"),
  GUARANTOR(Role.COMPLETION_GUARANTOR, "toGuarantor", "owedByGuarantor");

  final Role role;

  /** The field that says whether the report goes to them. */
  final String field;

  /** The part of the report that says which consents they owe. */
  final String owed;

  Recipient(Role role, String field, String owed) {
    this.role = role;
    this.field = field;
    this.owed = owed;
  }

  boolean seesCosts() {
    return this != DISTRIBUTOR;
  }

  static Optional<Recipient> of(Role role) {
    return Stream.of(values()).filter(recipient -> recipient.role == role).findFirst();
  }
}
