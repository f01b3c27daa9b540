package film.finalsay.budget;

/**
 * The four kinds of budget change, which must not be mixed up: each does something else to the
 * money.
 */
public enum ChangeKind {
  /** From one account to another, the total unchanged. */
  TRANSFER("Transfer between accounts"),
  /** From the contingency account to another, the total unchanged. */
  CONTINGENCY("Contingency drawdown"),
  /** An approved overspend on an account, which stands beside the budget. */
  OVERAGE("Overage"),
  /** New money: a new total, a new budget version. */
  INCREASE("Increase of the budget");

  private final String inWords;

  ChangeKind(String inWords) {
    this.inWords = inWords;
  }

  public String inWords() {
    return inWords;
  }

  /** Whether the money comes out of another account. */
  public boolean movesMoney() {
    return this == TRANSFER || this == CONTINGENCY;
  }
}
