package film.finalsay.approval;

import static film.finalsay.approval.BusinessRuleException.conflict;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;

/**
 * By when a party has to consent, and what its silence means then.
 *
 * @param deadline counted from when it is asked, as ISO 8601 has it: {@code P5D}, {@code PT48H}
 * @param silence {@link Outcome#CONSENT_BY_SILENCE} or {@link Outcome#REFUSAL_BY_SILENCE}
 * @param because the sentence by which the table says so
 */
public record ConsentTerms(TemporalAmount deadline, Outcome silence, String because) {

  /** Clocks of two nodes differ, and a timer is set a moment before the question is on record. */
  private static final Duration TOLERANCE = Duration.ofMinutes(10);

  private static final Period LONGEST = Period.ofYears(1);
  private static final LocalDateTime ANY_DAY = LocalDateTime.of(2000, 1, 1, 0, 0);

  /**
   * @param silenceMeans {@code CONSENT} or {@code REFUSAL}
   * @throws BusinessRuleException (conflict) if the table says anything else, or names no deadline
   */
  public static ConsentTerms of(String deadline, String silenceMeans, String because) {
    return new ConsentTerms(
        deadline(deadline), silence(silenceMeans), because == null ? "" : because);
  }

  /**
   * @throws BusinessRuleException (conflict) while the deadline lies ahead
   */
  public void requirePassed(Instant asked, Instant now) {
    Instant due = asked.atZone(ZoneOffset.UTC).plus(deadline).toInstant();
    if (now.plus(TOLERANCE).isBefore(due)) {
      throw conflict("There is time to answer until %s.", due);
    }
  }

  private static Outcome silence(String means) {
    if ("CONSENT".equals(means)) {
      return Outcome.CONSENT_BY_SILENCE;
    }
    if ("REFUSAL".equals(means)) {
      return Outcome.REFUSAL_BY_SILENCE;
    }
    throw conflict(
        "The table of consents says that silence means \"%s\"; it can mean CONSENT or REFUSAL.",
        means);
  }

  /**
   * @throws BusinessRuleException (conflict) if the text is no period
   */
  public static TemporalAmount amount(String text) {
    try {
      return text.contains("T") ? Duration.parse(text) : Period.parse(text);
    } catch (DateTimeException | NullPointerException notAPeriod) {
      throw noDeadline(text);
    }
  }

  /** What was asked before on other terms is held to those; nobody is asked on such anew. */
  private static TemporalAmount deadline(String text) {
    TemporalAmount deadline = amount(text);
    try {
      LocalDateTime due = ANY_DAY.plus(deadline);
      if (due.isAfter(ANY_DAY) && !due.isAfter(ANY_DAY.plus(LONGEST))) {
        return deadline;
      }
    } catch (DateTimeException | ArithmeticException endless) {
      // no calendar has that day
    }
    throw noDeadline(text);
  }

  private static BusinessRuleException noDeadline(String text) {
    return conflict(
        "The table of consents names the deadline \"%s\"; it has to be a period such as P5D, of at most a year.",
        text);
  }
}
