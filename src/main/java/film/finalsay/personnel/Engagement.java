package film.finalsay.personnel;

import film.finalsay.approval.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Somebody's work on a film, as it was approved. It is no role on the team, and gives no authority.
 *
 * @param approvalKey the approval by which they were engaged; there is one engagement for each
 * @param person the login; null of whoever has none
 * @param agent null if there is none
 * @param loanOut the company that lends them out; null if there is none
 * @param plays the character; null of whoever plays none
 * @param account null where no fee is paid
 * @param fee for one unit; null where none is paid
 * @param basis null where no fee is paid
 * @param units guaranteed; null where no fee is paid
 * @param cost what it costs in all, with fringes and what it was extended by
 * @param stops the last day; null if it is open
 * @param credit as it was agreed; null if none was
 * @param flags the names of what was promised besides, with commas; empty if nothing was
 * @param guild the union under whose agreement they work; null for none
 * @param changedBy the last approval that changed it
 * @param releasedAt null while they are engaged
 */
public record Engagement(
    String approvalKey,
    Position position,
    String name,
    String person,
    String agent,
    String loanOut,
    String plays,
    String account,
    Money fee,
    FeeBasis basis,
    Integer units,
    Money cost,
    LocalDate starts,
    LocalDate stops,
    String credit,
    String flags,
    String guild,
    State state,
    String changedBy,
    Instant engagedAt,
    Instant releasedAt) {

  public enum State {
    ENGAGED,
    RELEASED
  }
}
