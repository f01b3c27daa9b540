package film.finalsay.commitment;

import film.finalsay.approval.Money;
import java.time.Instant;

/**
 * Money that an approval binds the film to pay from an account.
 *
 * @param approvalKey the approval; there is one commitment for each account of it
 * @param what it is for, in one line
 */
public record Commitment(
    String approvalKey, String account, Money amount, String what, Instant committedAt) {}
