package film.finalsay.cost;

import film.finalsay.approval.Money;

/**
 * One account as a file reports it.
 *
 * @param number of the line in the file, from 1
 * @param reason null if it says none
 */
record CostLine(
    long number, String account, Money actual, Money commitments, Money etc, String reason) {

  Money efc() {
    return actual.plus(commitments).plus(etc);
  }
}
