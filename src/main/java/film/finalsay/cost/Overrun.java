package film.finalsay.cost;

import film.finalsay.approval.Money;

/**
 * An estimated final cost above the secured funds, as it was put to the executive producer.
 *
 * @param report the number of the cost report
 * @param secured the funds that were secured then
 * @param plan what whoever asks means to do about it; null until they say
 */
record Overrun(int report, Money efc, Money secured, String plan) {

  Money excess() {
    return efc.minus(secured);
  }

  Overrun with(String newPlan) {
    return new Overrun(report, efc, secured, newPlan);
  }
}
