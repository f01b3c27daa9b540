package film.finalsay.budget.reading;

import film.finalsay.budget.Section;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How top sheets call their sections, and the lines that add them up. */
final class SectionNames {

  static final String ALLOWED = "ATL, PRODUCTION, POST, OTHER";

  private static final String BELOW = "BELOW THE LINE";
  private static final Map<String, Section> NAMES =
      Map.ofEntries(
          Map.entry("ATL", Section.ATL),
          Map.entry("ABOVE THE LINE", Section.ATL),
          Map.entry("PRODUCTION", Section.PRODUCTION),
          Map.entry("BTL PRODUCTION", Section.PRODUCTION),
          Map.entry("BELOW THE LINE PRODUCTION", Section.PRODUCTION),
          Map.entry("POST", Section.POST),
          Map.entry("POST PRODUCTION", Section.POST),
          Map.entry("BTL POST", Section.POST),
          Map.entry("BELOW THE LINE POST", Section.POST),
          Map.entry("BELOW THE LINE POST PRODUCTION", Section.POST),
          Map.entry("OTHER", Section.OTHER),
          Map.entry("BTL OTHER", Section.OTHER),
          Map.entry("BELOW THE LINE OTHER", Section.OTHER));

  private static final Set<String> ALL =
      Set.of("", "BUDGET", "ABOVE AND BELOW THE LINE", "ABOVE THE LINE AND BELOW THE LINE");

  private SectionNames() {}

  static Optional<Section> section(String text) {
    return Optional.ofNullable(NAMES.get(plain(text)));
  }

  /** A heading over several sections, which says of no account in which it is. */
  static boolean isBelowTheLine(String text) {
    String name = plain(text);
    return name.equals(BELOW) || name.equals("BTL");
  }

  /** Whether a label names a line that adds up what stands above it. */
  static boolean isTotal(String label) {
    String name = plain(label);
    return name.matches("(GRAND )?TOTAL( .*)?|.* TOTAL");
  }

  /**
   * What a line adds up.
   *
   * @return empty if the label names nothing that there is
   */
  static Optional<Set<Section>> addedUp(String label) {
    String name = plain(label).replaceAll("^(GRAND )?TOTAL ?| TOTAL$", "").strip();
    if (ALL.contains(name)) {
      return Optional.of(Set.of(Section.values()));
    }
    if (isBelowTheLine(name)) {
      return Optional.of(Set.of(Section.PRODUCTION, Section.POST, Section.OTHER));
    }
    return section(name).map(Set::of);
  }

  /** {@code Total Above-The-Line:} as {@code TOTAL ABOVE THE LINE}. */
  private static String plain(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9&]+", " ").strip();
  }
}
