package film.finalsay.slate;

import com.fasterxml.jackson.annotation.JsonProperty;
import film.finalsay.approval.Money;
import film.finalsay.film.Phase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * One film of the slate as it stands today. What is not known is null, never zero.
 *
 * @param film its id
 * @param shootingDays planned, 0 if not planned yet
 * @param percentShot of the shooting days, from 0 to 100
 * @param budget of the version that counts; null while there is none
 * @param costReport the number of the last; null, with all that it says, while there is none
 * @param efc estimated final cost
 * @param contingency as it was budgeted; null without a budget
 * @param contingencyLeft what is left of it; negative if more was drawn
 * @param secured what the finance plan secures today, its deferrals included, and for a greenlit
 *     film the new money approved since; null without a plan
 * @param drawn approved, and of what has arrived, what did; zero while nothing was
 * @param openApprovals how many are open of each kind that has any
 * @param oldestWait of all open steps the one that waits longest; null while nothing waits
 * @param hardStop whether nobody below the executive producer approves spending now
 * @param conditionsOpen of its greenlight, neither met nor waived
 * @param conditionsOverdue those of them whose last day has passed
 */
public record SlateFilm(
    String film,
    String title,
    Phase phase,
    int shootingDaysCompleted,
    int shootingDays,
    int percentShot,
    Currency currency,
    Money budget,
    Integer costReport,
    LocalDate weekEnding,
    Money efc,
    Money contingency,
    Money contingencyLeft,
    Money secured,
    Money drawn,
    Map<String, Long> openApprovals,
    Wait oldestWait,
    boolean hardStop,
    int conditionsOpen,
    int conditionsOverdue) {

  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
  private static final int DECIMALS = 2;

  /**
   * A step that waits for somebody.
   *
   * @param approval its number
   * @param step its name
   * @param waitingFor who has it in hand, or else the ids of the groups whose step it is
   * @param days whole days since it was asked
   */
  public record Wait(
      String approval, String step, List<String> waitingFor, Instant since, long days) {}

  /**
   * @return null without a budget or a cost report; negative is over
   */
  @JsonProperty
  public Money variance() {
    return budget == null || efc == null ? null : budget.minus(efc);
  }

  /**
   * Percent of the budget.
   *
   * @return null without a budget or a cost report; negative is over
   */
  @JsonProperty
  public BigDecimal variancePercent() {
    return variance() == null ? null : percent(variance(), budget);
  }

  /**
   * Percent of the contingency that is left, to be held against {@link #percentShot}.
   *
   * @return null without a contingency
   */
  @JsonProperty
  public BigDecimal contingencyLeftPercent() {
    return contingency == null || contingency.minor() == 0
        ? null
        : percent(contingencyLeft, contingency);
  }

  /** Whether it costs more than is secured. Without a finance plan nothing is. */
  @JsonProperty
  public boolean efcAboveSecured() {
    return efc != null && efc.minor() > (secured == null ? 0 : secured.minor());
  }

  /** Rounded away from zero, so that nothing beyond a limit is taken for being on it. */
  private static BigDecimal percent(Money part, Money whole) {
    return whole.minor() <= 0
        ? WHOLE.multiply(BigDecimal.valueOf(Long.signum(part.minor())))
        : part.value().multiply(WHOLE).divide(whole.value(), DECIMALS, RoundingMode.UP);
  }
}
