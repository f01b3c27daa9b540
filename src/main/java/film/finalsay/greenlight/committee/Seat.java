package film.finalsay.greenlight.committee;

/**
 * One vote of a committee.
 *
 * @param number from 1
 * @param title whom it stands for, as in {@code Distributor}
 * @param mayVeto whether a vote against it alone stops the greenlight
 */
public record Seat(int number, String title, String person, boolean mayVeto) {}
