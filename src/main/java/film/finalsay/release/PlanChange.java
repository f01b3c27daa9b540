package film.finalsay.release;

import film.finalsay.release.ReleaseTerritory.ReleaseLine;
import film.finalsay.release.ReleaseTerritory.ReleaseMaterial;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far a plan is from the one that it is measured by.
 *
 * @param otherTerms a territory, distributor, pattern, right, material, commitment or cap differs,
 *     and not figures and dates alone
 * @param share what prints and advertising change, in percent of what they were, rounded up: a
 *     territory's and a payer's more does not make up for another's less
 * @param days by which the one date moves that moves most; at least 0
 */
record PlanChange(boolean otherTerms, BigDecimal share, long days) {

  static final PlanChange NONE = new PlanChange(false, BigDecimal.ZERO, 0);

  private static final int DECIMALS = 6;

  static PlanChange between(List<ReleaseTerritory> before, List<ReleaseTerritory> after) {
    return new PlanChange(
        !terms(before).equals(terms(after)),
        share(spending(before), spending(after)),
        days(dates(before), dates(after)));
  }

  /** All but amounts spent, dates and comparable titles. */
  private static Map<String, List<Object>> terms(List<ReleaseTerritory> plan) {
    Map<String, List<Object>> terms = new TreeMap<>();
    for (ReleaseTerritory in : plan) {
      terms.put(
          in.key(),
          Arrays.asList(
              in.distributor(),
              in.pattern(),
              in.windows().stream().map(ReleaseTerritory.ReleaseWindow::right).sorted().toList(),
              in.materials().stream().map(ReleaseMaterial::item).sorted().toList(),
              in.lines().isEmpty(),
              in.minimumCommitment(),
              in.recoupmentCap()));
    }
    return terms;
  }

  private static Map<String, BigDecimal> spending(List<ReleaseTerritory> plan) {
    return plan.stream()
        .flatMap(in -> in.lines().stream().map(line -> Map.entry(payer(in, line), line.amount())))
        .collect(
            Collectors.toMap(Map.Entry::getKey, line -> line.getValue().value(), BigDecimal::add));
  }

  private static String payer(ReleaseTerritory in, ReleaseLine line) {
    return in.key() + "/" + line.paidBy();
  }

  private static BigDecimal share(Map<String, BigDecimal> before, Map<String, BigDecimal> after) {
    BigDecimal whole = sum(before);
    if (whole.signum() == 0) {
      return BigDecimal.ZERO;
    }
    Set<String> all = new HashSet<>(before.keySet());
    all.addAll(after.keySet());
    Map<String, BigDecimal> moved = new HashMap<>();
    all.forEach(
        payer ->
            moved.put(
                payer,
                after
                    .getOrDefault(payer, BigDecimal.ZERO)
                    .subtract(before.getOrDefault(payer, BigDecimal.ZERO))
                    .abs()));
    return sum(moved).movePointRight(2).divide(whole, DECIMALS, RoundingMode.UP);
  }

  private static BigDecimal sum(Map<String, BigDecimal> amounts) {
    return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Map<String, LocalDate> dates(List<ReleaseTerritory> plan) {
    Map<String, LocalDate> dates = new HashMap<>();
    plan.forEach(in -> in.dates().forEach((what, day) -> dates.put(in.key() + "/" + what, day)));
    return dates;
  }

  private static long days(Map<String, LocalDate> before, Map<String, LocalDate> after) {
    return before.entrySet().stream()
        .filter(date -> after.containsKey(date.getKey()))
        .mapToLong(
            date -> Math.abs(ChronoUnit.DAYS.between(date.getValue(), after.get(date.getKey()))))
        .max()
        .orElse(0);
  }
}
