package film.finalsay.drawdown;

import film.finalsay.approval.Money;
import java.time.LocalDate;
import java.util.Currency;

/**
 * A film's money on a day: where it comes from, what of it came, and what it went to.
 *
 * @param financePlan the version that counts; null while there is none
 * @param budget the total of the budget that counts; null while there is none
 * @param secured by the plan, on this day; zero without one
 * @param deferred fees that are paid from what the film earns
 * @param pending what may come
 * @param funds what the hard stop goes by: secured and deferred, and new money approved since the
 *     plan was saved; null while the film is not greenlit
 * @param drawn approved; of what has arrived, what did
 * @param arrived what of it has arrived
 * @param asked what is asked of sources and not decided
 * @param committed by approvals, on all accounts
 * @param spent actuals by the last cost report; null while there is none
 * @param efc estimated final cost by the last cost report; null while there is none
 * @param costReport the number of the last; null while there is none
 * @param hardStop why nothing is spent below the executive producer, in a sentence; null if it may
 *     be
 */
public record FilmMoney(
    String film,
    Currency currency,
    LocalDate asOf,
    Integer financePlan,
    Money budget,
    Money secured,
    Money deferred,
    Money pending,
    Money funds,
    Money drawn,
    Money arrived,
    Money asked,
    Money committed,
    Money spent,
    Money efc,
    Integer costReport,
    String hardStop) {}
