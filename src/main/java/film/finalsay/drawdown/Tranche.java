package film.finalsay.drawdown;

import film.finalsay.approval.Money;
import java.time.LocalDate;

/**
 * A part of what a source of the finance plan gives, as it comes in.
 *
 * @param source by its name in the plan
 * @param tranche its label, unique with its source
 * @param earliest the first day on which it may be drawn
 * @param milestone what it waits for; null if nothing
 * @param most that may be drawn of it, above zero
 */
public record Tranche(
    String source, String tranche, LocalDate earliest, String milestone, Money most) {

  boolean is(String ofSource, String label) {
    return source.equals(ofSource) && tranche.equals(label);
  }

  /** As a sentence names it: {@code tranche "2" of Northern Light}. */
  static String inWords(String source, String tranche) {
    return "tranche \"%s\" of %s".formatted(tranche, source);
  }
}
