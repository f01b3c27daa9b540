package film.finalsay.approval;

import java.util.Locale;
import java.util.stream.Stream;

/** What is asked for; one process model for each that the product ships. */
public enum ApprovalKind {
  GREENLIGHT("GL"),
  SCRIPT_APPROVAL("SA"),
  SCRIPT_LOCK("SL"),
  SCRIPT_REVISION("SR"),
  BUDGET_CHANGE("BC"),
  BUDGET_LOCK("BL"),
  COST_OVERRUN("CO"),
  COST_VARIANCE("CV"),
  REOPENING("RO"),
  SIGNATURE_VOID("SV"),
  /** Whatever a process asks that a modeller drew: it is decided, and has no effect of ours. */
  GENERAL("AP");

  private final String abbreviation;

  ApprovalKind(String abbreviation) {
    this.abbreviation = abbreviation;
  }

  /** The kind that a shipped process is for; {@link #GENERAL} for every other process. */
  public static ApprovalKind ofProcess(String processId) {
    return Stream.of(values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(processId))
        .findFirst()
        .orElse(GENERAL);
  }

  /** The number by which people know one approval, and its business key: {@code NOVA-BC-1}. */
  public String key(String filmId, int number) {
    return filmId + "-" + abbreviation + "-" + number;
  }
}
