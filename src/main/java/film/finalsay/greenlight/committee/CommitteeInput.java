package film.finalsay.greenlight.committee;

import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A committee as somebody sends it. */
final class CommitteeInput {

  private static final int MOST_SEATS = 40;
  private static final int MAX_TITLE = 100;
  private static final int MAX_PERSON = 64;
  private static final int MAX_DEADLINE = 40;
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  private CommitteeInput() {}

  /**
   * @throws BusinessRuleException (invalid) naming the field
   */
  static Committee read(Map<String, ?> body) {
    Inputs inputs = Inputs.of(body);
    Committee committee =
        new Committee(
            seats(inputs.any("seats")),
            inputs
                .optionalOrdinal("quorum")
                .orElseThrow(() -> invalid("quorum", "is missing; a number is needed.")),
            inputs.oneOf("majority", Majority.class),
            inputs.text("deadline", MAX_DEADLINE),
            inputs.yesOrNo("votesHidden"));
    inputs.requireNothingElse();
    requireDeadline(committee);
    return committee;
  }

  private static List<Seat> seats(Object sent) {
    if (!(sent instanceof List<?> list)) {
      throw invalid("seats", "has to be a list of seats.");
    }
    if (list.size() > MOST_SEATS) {
      throw invalid("seats", "has %d seats; at most %d fit.", list.size(), MOST_SEATS);
    }
    List<Seat> seats = new ArrayList<>();
    for (Object one : list) {
      seats.add(seat(seats.size() + 1, one));
    }
    return List.copyOf(seats);
  }

  @SuppressWarnings("unchecked")
  private static Seat seat(int number, Object sent) {
    if (!(sent instanceof Map<?, ?> fields)) {
      throw invalid("seats", "seat %d has to have title and person.", number);
    }
    try {
      Inputs inputs = Inputs.of((Map<String, ?>) fields);
      Seat seat =
          new Seat(
              number,
              inputs.text("title", MAX_TITLE),
              inputs.text("person", MAX_PERSON),
              inputs.any("veto") != null && inputs.yesOrNo("veto"));
      inputs.requireNothingElse();
      return seat;
    } catch (BusinessRuleException wrong) {
      throw invalid("seats", "seat %d, %s", number, wrong.getMessage());
    }
  }

  private static void requireDeadline(Committee committee) {
    Instant now = Instant.EPOCH;
    boolean fits;
    try {
      Instant due = committee.due(now);
      fits = !due.isBefore(now.plus(SHORTEST)) && !due.isAfter(now.plus(LONGEST));
    } catch (DateTimeException | ArithmeticException notAPeriod) {
      fits = false;
    }
    if (!fits) {
      throw invalid(
          "deadline", "has to be a period from a minute to a year, such as P5D or PT48H.");
    }
  }
}
