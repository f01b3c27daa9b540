package film.finalsay.schedule.reading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The columns of a one-line schedule, by the names that scheduling software gives them. */
enum Column {
  DATE("date", "shoot date", "shooting date"),
  UNIT("unit"),
  LOCATION("location", "shooting location"),
  SET("set", "set name", "sets"),
  SCENES("scenes", "scene", "scene no", "scene nos", "scene number", "scene numbers", "sc"),
  PAGES("pages", "page count", "pgs"),
  EIGHTHS("eighths"),
  CAST("cast", "cast id", "cast ids", "cast no", "cast nos", "cast number", "cast numbers"),
  DAY_OR_NIGHT("day or night", "d/n", "day/night", "time of day"),
  /** What a one-liner prints besides, and a schedule here does not need. */
  OTHER(
      "",
      "day",
      "shooting day",
      "script day",
      "sheet",
      "sheets",
      "strip",
      "i/e",
      "int/ext",
      "description",
      "synopsis",
      "notes",
      "est. time",
      "estimated time");

  private final Set<String> names;

  Column(String... names) {
    this.names = Set.of(names);
  }

  static Optional<Column> named(String header) {
    String name =
        header
            .toLowerCase(Locale.ROOT)
            .replace("(s)", "s")
            .replaceAll("[#()]", " ")
            .replaceAll("\\.$", "")
            .replaceAll("\\s*/\\s*", "/")
            .replaceAll("\\s+", " ")
            .strip();
    return Arrays.stream(values()).filter(column -> column.names.contains(name)).findFirst();
  }

  /** As a refusal calls it. */
  String header() {
    return switch (this) {
      case SCENES -> "scenes";
      case CAST -> "cast";
      case DAY_OR_NIGHT -> "D/N";
      default -> name().toLowerCase(Locale.ROOT);
    };
  }
}
