package film.finalsay.contract;

import film.finalsay.approval.Money;
import java.time.LocalDate;

/**
 * One row of a film's payment calendar.
 *
 * @param contract its number
 * @param due null if it waits for the milestone
 * @param milestone null if it is due on a day
 */
public record DuePayment(
    int contract, String counterparty, LocalDate due, String milestone, Money amount) {}
