package film.finalsay.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Territories of a release plan as they are sent, filled in as on a good day. */
public final class Territories {

  private Territories() {}

  /** Prints and advertising of 100,000.00, of which the distributor pays 80,000.00. */
  public static Map<String, Object> germany() {
    return new HashMap<>(
        Map.of(
            "territory", "Germany",
            "distributor", "Nordlicht Filmverleih",
            "pattern", "PLATFORM",
            "windows",
                List.of(
                    window("THEATRICAL", "2028-03-02", "2028-06-30"),
                    window("SUBSCRIPTION", "2028-09-01", "2030-08-31")),
            "printsAndAdvertising", "100000.00",
            "lines",
                List.of(
                    line("Trailer", "30000.00", "DISTRIBUTOR"),
                    line("Press and advertising", "50000.00", "DISTRIBUTOR"),
                    line("Festival launch", "20000.00", "THIRD_PARTY")),
            "minimumCommitment", "75000.00",
            "recoupmentCap", "90000.00",
            "comparables",
                List.of(
                    Map.of("title", "The Lighthouse", "year", 2019, "gross", "1200000.00"),
                    Map.of("title", "Leave No Trace", "year", 2018),
                    Map.of("title", "Ordinary Love", "year", 2019)),
            "materials",
                List.of(material("Trailer", "2027-12-01"), material("Key art", "2027-11-15"))));
  }

  public static Map<String, Object> window(String right, String opens, String closes) {
    return Map.of("right", right, "opens", opens, "closes", closes);
  }

  public static Map<String, Object> line(String line, String amount, String paidBy) {
    return Map.of("line", line, "amount", amount, "paidBy", paidBy);
  }

  public static Map<String, Object> material(String item, String due) {
    return Map.of("item", item, "due", due);
  }

  /** Germany with one field otherwise; null leaves it out. */
  public static Map<String, Object> germany(String field, Object value) {
    Map<String, Object> territory = germany();
    territory.put(field, value);
    if (value == null) {
      territory.remove(field);
    }
    return territory;
  }

  /** Germany with another amount for the trailer, as its total and commitments allow. */
  public static Map<String, Object> germanyWithTrailer(String amount, String total) {
    Map<String, Object> territory =
        germany(
            "lines",
            List.of(
                line("Trailer", amount, "DISTRIBUTOR"),
                line("Press and advertising", "50000.00", "DISTRIBUTOR"),
                line("Festival launch", "20000.00", "THIRD_PARTY")));
    territory.put("printsAndAdvertising", total);
    return territory;
  }

  /** Germany that opens in theatres on another day. */
  public static Map<String, Object> germanyOpening(String day) {
    return germany(
        "windows",
        List.of(
            window("THEATRICAL", day, "2028-06-30"),
            window("SUBSCRIPTION", "2028-09-01", "2030-08-31")));
  }

  public static Map<String, Object> plan(Map<String, Object> territory) {
    return Map.of("territories", List.of(territory));
  }
}
