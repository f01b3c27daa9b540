package film.finalsay.stakeholders;

/** The parts of a report that are computed, as its content names them. */
enum Part {
  COST_REPORT("costReport", "Cost report", true, true),
  BUDGET("budget", "Budget", true, true),
  EFC("efc", "Estimated final cost", true, true),
  VARIANCE("variance", "Variance, negative is over", true, true),
  SECURED("secured", "Secured", true, true),
  CONTINGENCY("contingency", "Contingency left", true, true),
  SHOT("shot", "Shot", false, false),
  SCHEDULE("schedule", "Photography", false, false),
  VARIANCES("variances", "The largest variances", true, true),
  MONEY_CHANGES("moneyChanges", "Approved in the period, about money", true, true),
  OTHER_CHANGES("otherChanges", "Approved in the period", false, true),
  CONDITIONS("conditions", "Open conditions of the greenlight", false, false);

  /** The name of the field. */
  final String field;

  final String title;

  /** Whether it tells what the film costs. */
  final boolean cost;

  /** Whether a report is not released any more once this is another. */
  final boolean held;

  Part(String field, String title, boolean cost, boolean held) {
    this.field = field;
    this.title = title;
    this.cost = cost;
    this.held = held;
  }
}
