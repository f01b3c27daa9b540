package film.finalsay.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import film.finalsay.approval.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A contract that was approved, and is signed or waits for it.
 *
 * @param approvalKey the approval that it was asked for by
 * @param number that of the approval: 3 for {@code NOVA-CT-3}
 * @param flags separated by commas; empty if there are none
 * @param termEnd null if it has no end
 * @param document SHA-256 of the PDF that was approved
 * @param basedOn the number of the contract that it amends; null for a first one
 * @param signedDocument SHA-256 of the PDF that was signed; null until then, as the rest of it
 */
public record Contract(
    String approvalKey,
    int number,
    String counterparty,
    String country,
    ContractType type,
    String purpose,
    Money amount,
    String flags,
    LocalDate termStart,
    LocalDate termEnd,
    String document,
    Integer basedOn,
    Instant approvedAt,
    String signedDocument,
    LocalDate signedOn,
    String signedBy,
    Instant signedAt) {

  /** Approved is not signed. */
  public enum State {
    APPROVED,
    SIGNED
  }

  @JsonProperty
  public State state() {
    return signedOn == null ? State.APPROVED : State.SIGNED;
  }
}
