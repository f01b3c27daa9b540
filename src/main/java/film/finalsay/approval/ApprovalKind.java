package film.finalsay.approval;

import java.util.Locale;

/** What is asked for; one process model for each. */
public enum ApprovalKind {
  GREENLIGHT("GL"),
  SCRIPT_APPROVAL("SA"),
  BUDGET_CHANGE("BC");

  private final String abbreviation;

  ApprovalKind(String abbreviation) {
    this.abbreviation = abbreviation;
  }

  /** The id of its process definition: {@code budget-change}. */
  public String processId() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The number by which people know one approval, and its business key: {@code NOVA-BC-1}. */
  public String key(String filmId, int number) {
    return filmId + "-" + abbreviation + "-" + number;
  }
}
