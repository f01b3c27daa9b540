package film.finalsay.release;

import film.finalsay.approval.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a film comes out in one territory. Amounts are in the film's currency.
 *
 * @param distributor by name; need not be anybody on the film's team
 * @param windows when each right is exploited, at least one
 * @param printsAndAdvertising what all lines come to; null without lines
 * @param minimumCommitment what the distributor spends at least on prints and advertising; null if
 *     it commits itself to nothing
 * @param recoupmentCap what it may recoup of that at most; null if that is not capped
 */
public record ReleaseTerritory(
    String territory,
    String distributor,
    ReleasePattern pattern,
    List<ReleaseWindow> windows,
    Money printsAndAdvertising,
    List<ReleaseLine> lines,
    Money minimumCommitment,
    Money recoupmentCap,
    List<ComparableTitle> comparables,
    List<ReleaseMaterial> materials) {

  public enum ReleasePattern {
    WIDE,
    PLATFORM,
    DAY_AND_DATE,
    FESTIVAL_ONLY,
    DIRECT
  }

  public enum Right {
    FESTIVAL,
    THEATRICAL,
    NON_THEATRICAL,
    HOME_VIDEO,
    TRANSACTIONAL,
    SUBSCRIPTION,
    ADVERTISING_FUNDED,
    PAY_TV,
    FREE_TV
  }

  public enum Payer {
    DISTRIBUTOR,
    /** A fund, a sponsor, a partner: anybody but the distributor and the film. */
    THIRD_PARTY,
    /** Refused: new money of the film's own is a change of its budget. */
    FILM
  }

  /**
   * @param closes its last day
   */
  public record ReleaseWindow(Right right, LocalDate opens, LocalDate closes) {}

  public record ReleaseLine(String line, Money amount, Payer paidBy) {}

  /**
   * @param gross what it took there; null if that is not said
   */
  public record ComparableTitle(String title, int year, Money gross) {}

  /**
   * @param due the day by which it is delivered to the distributor
   */
  public record ReleaseMaterial(String item, LocalDate due) {}

  /** The same territory of two plans has the same, however either writes it. */
  String key() {
    return territory.toLowerCase(Locale.ROOT);
  }

  List<Right> rights() {
    return windows.stream().map(ReleaseWindow::right).distinct().sorted().toList();
  }

  /** Every date of it, by what it is the date of. */
  Map<String, LocalDate> dates() {
    Map<String, LocalDate> dates = new TreeMap<>();
    Map<Right, List<ReleaseWindow>> byRight =
        windows.stream()
            .sorted(Comparator.comparing(ReleaseWindow::opens))
            .collect(Collectors.groupingBy(ReleaseWindow::right));
    byRight.forEach(
        (right, all) -> {
          for (int n = 0; n < all.size(); n++) {
            dates.put("opens %s %d".formatted(right, n), all.get(n).opens());
            dates.put("closes %s %d".formatted(right, n), all.get(n).closes());
          }
        });
    materials.forEach(material -> dates.put("due " + material.item(), material.due()));
    return dates;
  }

  /** As a request keeps it and a version stores it: texts, numbers and lists, none of them null. */
  Map<String, Object> written() {
    return fields(
        "territory",
        territory,
        "distributor",
        distributor,
        "pattern",
        pattern,
        "windows",
        all(
            windows,
            window ->
                fields(
                    "right", window.right(), "opens", window.opens(), "closes", window.closes())),
        "printsAndAdvertising",
        printsAndAdvertising,
        "lines",
        all(
            lines,
            line -> fields("line", line.line(), "amount", line.amount(), "paidBy", line.paidBy())),
        "minimumCommitment",
        minimumCommitment,
        "recoupmentCap",
        recoupmentCap,
        "comparables",
        all(
            comparables,
            film -> fields("title", film.title(), "year", film.year(), "gross", film.gross())),
        "materials",
        all(materials, material -> fields("item", material.item(), "due", material.due())));
  }

  private static <T> List<Map<String, Object>> all(
      List<T> rows, Function<T, Map<String, Object>> written) {
    return rows.stream().map(written).toList();
  }

  private static Map<String, Object> fields(Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      if (value instanceof Money money) {
        fields.put((String) namesAndValues[i], money.plain());
      } else if (value instanceof List<?> || value instanceof Integer) {
        fields.put((String) namesAndValues[i], value);
      } else if (value != null) {
        fields.put((String) namesAndValues[i], value.toString());
      }
    }
    return fields;
  }
}
