package film.finalsay.greenlight.committee;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Who votes, and by which rule.
 *
 * @param seats in their order; may be empty, which no greenlight can begin with
 * @param quorum votes, abstentions among them, that it takes
 * @param deadline by when to vote, counted from when it is asked: {@code P5D}, {@code PT48H}
 * @param votesHidden whether a vote can be read only once all are in or the deadline has passed
 */
public record Committee(
    List<Seat> seats, int quorum, Majority majority, String deadline, boolean votesHidden) {

  /**
   * @throws java.time.format.DateTimeParseException if it is no period
   */
  static TemporalAmount period(String deadline) {
    return deadline.contains("T") ? Duration.parse(deadline) : Period.parse(deadline);
  }

  Instant due(Instant opened) {
    return opened.atZone(ZoneOffset.UTC).plus(period(deadline)).toInstant();
  }

  /** All of it in one text, by which a request knows its committee again. */
  public String inShort() {
    return "quorum %d, %s, %s%s: %s"
        .formatted(
            quorum,
            majority.inWords(),
            deadline,
            votesHidden ? ", votes hidden" : "",
            seats.stream()
                .map(
                    seat ->
                        "%d %s %s%s"
                            .formatted(
                                seat.number(),
                                seat.title(),
                                seat.person(),
                                seat.mayVeto() ? " (veto)" : ""))
                .collect(Collectors.joining("; ")));
  }
}
