package film.finalsay.contract;

import film.finalsay.approval.Money;
import java.time.LocalDate;

/**
 * One payment under a contract: due on a day, or once something is reached.
 *
 * @param due null if it waits for a milestone
 * @param milestone null if it is due on a day
 */
public record Payment(Money amount, LocalDate due, String milestone) {

  String when() {
    return due == null ? milestone : due.toString();
  }
}
