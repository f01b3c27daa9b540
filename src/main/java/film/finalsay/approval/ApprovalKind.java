package film.finalsay.approval;

import java.util.Locale;

/**
 * What is asked for, by the name under which it is kept: {@code BUDGET_CHANGE}. A kind is declared
 * where its rules are; those that others than its own rules speak of are named here.
 */
public record ApprovalKind(String name) implements Comparable<ApprovalKind> {

  public static final ApprovalKind GREENLIGHT = new ApprovalKind("GREENLIGHT");
  public static final ApprovalKind SCRIPT_APPROVAL = new ApprovalKind("SCRIPT_APPROVAL");
  public static final ApprovalKind SCRIPT_LOCK = new ApprovalKind("SCRIPT_LOCK");
  public static final ApprovalKind SCRIPT_REVISION = new ApprovalKind("SCRIPT_REVISION");
  public static final ApprovalKind BUDGET_CHANGE = new ApprovalKind("BUDGET_CHANGE");
  public static final ApprovalKind BUDGET_LOCK = new ApprovalKind("BUDGET_LOCK");
  public static final ApprovalKind SCHEDULE_LOCK = new ApprovalKind("SCHEDULE_LOCK");
  public static final ApprovalKind COST_OVERRUN = new ApprovalKind("COST_OVERRUN");
  public static final ApprovalKind COST_VARIANCE = new ApprovalKind("COST_VARIANCE");
  public static final ApprovalKind KEY_PERSONNEL = new ApprovalKind("KEY_PERSONNEL");
  public static final ApprovalKind REOPENING = new ApprovalKind("REOPENING");
  public static final ApprovalKind SIGNATURE_VOID = new ApprovalKind("SIGNATURE_VOID");

  /** Whatever a process asks that a modeller drew: it is decided, and has no effect of ours. */
  public static final ApprovalKind GENERAL = new ApprovalKind("GENERAL");

  /** The id of the process that asks for it: {@code budget-change}. */
  public String processId() {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether an answer means something for it: some belong to what one kind alone has. */
  public boolean takes(Outcome answer) {
    return switch (answer) {
      case APPROVE_WITH_CONDITIONS -> equals(GREENLIGHT);
      case APPROVE_WITH_DEPENDENTS -> equals(REOPENING);
      default -> true;
    };
  }

  @Override
  public int compareTo(ApprovalKind other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
