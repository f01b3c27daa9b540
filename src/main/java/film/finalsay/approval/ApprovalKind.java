package film.finalsay.approval;

import java.util.Locale;
import java.util.stream.Stream;

/** What is asked for; one process model for each that the product ships. */
public enum ApprovalKind {
  GREENLIGHT("GL", Open.ONE),
  /** One of each draft: another may be reviewed meanwhile. */
  SCRIPT_APPROVAL("SA"),
  SCRIPT_LOCK("SL", Open.ONE),
  SCRIPT_REVISION("SR", Open.ONE),
  BUDGET_CHANGE("BC"),
  BUDGET_LOCK("BL", Open.ONE),
  COST_OVERRUN("CO", Open.ONE),
  COST_VARIANCE("CV"),
  /** One for each approval. */
  REOPENING("RO"),
  SIGNATURE_VOID("SV"),
  /** Whatever a process asks that a modeller drew: it is decided, and has no effect of ours. */
  GENERAL("AP");

  private enum Open {
    ONE,
    MANY
  }

  private final String abbreviation;
  private final Open open;

  ApprovalKind(String abbreviation) {
    this(abbreviation, Open.MANY);
  }

  ApprovalKind(String abbreviation, Open open) {
    this.abbreviation = abbreviation;
    this.open = open;
  }

  /** Whether a film has one such request open at a time: two would be decided past each other. */
  public boolean isOneAtATime() {
    return open == Open.ONE;
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
