package film.finalsay.support;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The greenlight committee of a test film: new people, each in one seat.
 *
 * @param people in the order of their seats
 */
public record TestCommittee(TestFilm film, List<String> people) {

  public static TestCommittee of(TestFilm film, int seats) {
    List<String> people = new ArrayList<>();
    for (int seat = 1; seat <= seats; seat++) {
      people.add(film.hire("seat" + seat, "committee-member"));
    }
    return new TestCommittee(film, people);
  }

  public String seat(int number) {
    return people.get(number - 1);
  }

  /** What is sent to set it: a simple majority, hidden votes, and nobody with a veto. */
  public Map<String, Object> policy(int quorum) {
    List<Map<String, Object>> seats = new ArrayList<>();
    for (String person : people) {
      seats.add(Map.of("title", "Seat of " + person, "person", person));
    }
    return new HashMap<>(
        Map.of(
            "seats",
            seats,
            "quorum",
            quorum,
            "majority",
            "SIMPLE",
            "deadline",
            "P5D",
            "votesHidden",
            true));
  }

  /** The same with a veto in one seat. */
  public Map<String, Object> policyWithVeto(int quorum, int seat) {
    Map<String, Object> policy = policy(quorum);
    List<Map<String, Object>> seats = new ArrayList<>();
    for (int i = 1; i <= people.size(); i++) {
      seats.add(Map.of("title", "Seat " + i, "person", seat(i), "veto", i == seat));
    }
    policy.put("seats", seats);
    return policy;
  }

  /** Sets it as the film's executive producer. */
  public TestCommittee set(Map<String, Object> policy) {
    film.desk("exec1").put("/api/films/%s/greenlight-committee".formatted(film.id()), policy).ok();
    return this;
  }
}
