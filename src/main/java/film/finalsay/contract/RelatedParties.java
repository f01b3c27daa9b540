package film.finalsay.contract;

import film.finalsay.approval.People;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.film.Interest;
import film.finalsay.film.Interests;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who on a team a counterparty is, or belongs to: whoever bears the name that it contains, or has
 * an interest on the register that names it.
 */
@Component
class RelatedParties {

  /** Shorter names stand in too many others. */
  private static final int LEAST = 4;

  private final Films films;
  private final Interests interests;
  private final People people;

  RelatedParties(Films films, Interests interests, People people) {
    this.films = films;
    this.interests = interests;
    this.people = people;
  }

  /** By login, why. */
  Map<String, String> of(Film film, String counterparty) {
    String key = Counterparty.key(counterparty);
    Set<String> team = films.holdersOfRoles(film.id()).keySet();
    Map<String, String> related = new TreeMap<>();
    for (String person : team) {
      String name = Counterparty.key(people.nameOf(person).replaceFirst(" \\([^()]*\\)$", ""));
      if (name.length() >= LEAST && key.contains(name)) {
        related.put(person, "bears the name of the counterparty");
      }
    }
    for (Interest interest : interests.of(film.id(), Integer.MAX_VALUE, 0)) {
      if (interest.endedAt() == null
          && team.contains(interest.person())
          && key.length() >= LEAST
          && Counterparty.key(interest.description()).contains(key)) {
        related.putIfAbsent(interest.person(), interest.inWords());
      }
    }
    return related;
  }

  static String inWords(Map<String, String> related) {
    return related.entrySet().stream()
        .map(one -> "%s (%s)".formatted(one.getKey(), one.getValue()))
        .collect(Collectors.joining("; "));
  }
}
