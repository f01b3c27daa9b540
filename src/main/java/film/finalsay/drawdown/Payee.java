package film.finalsay.drawdown;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * Somebody who may be paid what is drawn.
 *
 * @param name unique among those who may be paid now
 * @param accountEnds the last four characters of the account; no more of it is kept
 * @param endedBy null while they may be paid
 * @param endedAt null while they may be paid
 */
public record Payee(
    long id,
    String name,
    @JsonIgnore String accountEnds,
    String approvedBy,
    Instant approvedAt,
    String endedBy,
    Instant endedAt) {

  /** As people see it: {@code …4321}. */
  @JsonProperty
  public String account() {
    return "…" + accountEnds;
  }
}
