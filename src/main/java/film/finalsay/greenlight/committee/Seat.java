package film.finalsay.greenlight.committee;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One vote of a committee.
 *
 * @param number from 1
 * @param title whom it stands for, as in {@code Distributor}
 * @param mayVeto whether a vote against it alone stops the greenlight
 */
public record Seat(
    int number, String title, String person, @JsonProperty("veto") boolean mayVeto) {}
