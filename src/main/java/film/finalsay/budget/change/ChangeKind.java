package film.finalsay.budget.change;

/**
 * The four kinds of budget change, which must not be mixed up: each does something else to the
 * money.
 */
public enum ChangeKind {
  /** From one account to another, the total unchanged. */
  TRANSFER("Transfer between accounts", "Transfers"),
  /** From the contingency account to another, the total unchanged. */
  CONTINGENCY("Contingency drawdown", "Drawdowns"),
  /** An approved overspend on an account, which stands beside the budget. */
  OVERAGE("Overage", "Overages"),
  /** New money: a new total, a new budget version. */
  INCREASE("Increase of the budget", "Increases");

  private final String inWords;
  private final String inPlural;

  ChangeKind(String inWords, String inPlural) {
    this.inWords = inWords;
    this.inPlural = inPlural;
  }

  public String inWords() {
    return inWords;
  }

  public String inPlural() {
    return inPlural;
  }

  /** Whether the money comes out of another account. */
  public boolean movesMoney() {
    return this == TRANSFER || this == CONTINGENCY;
  }

  /** Whether it pays for an overspend, which underspends of the section do first. */
  public boolean meetsOverspend() {
    return this == CONTINGENCY || this == OVERAGE;
  }
}
