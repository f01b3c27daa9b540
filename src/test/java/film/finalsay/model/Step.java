package film.finalsay.model;

/**
 * One random thing that somebody does; the numbers are taken modulo what there is to choose from.
 *
 * @param what asks, decides, consents, amends, withdraws
 * @param cents the amount
 */
record Step(int what, int who, int which, int kind, int from, int to, long cents) {}
