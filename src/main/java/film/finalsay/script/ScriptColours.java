package film.finalsay.script;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The colours of the paper that revision sets are printed on, in the company's order. The first is
 * that of the locked script and does not come back; after the last the others follow once more, as
 * Second Blue and so on.
 */
@Component
class ScriptColours {

  private static final List<String> ROUNDS =
      List.of("Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth");

  private final List<String> colours;

  ScriptColours(@Value("${final-say.script.colours}") List<String> colours) {
    this.colours = colours.stream().map(String::strip).toList();
    boolean fit = this.colours.stream().allMatch(colour -> colour.matches("[\\p{L} -]{1,25}"));
    if (this.colours.size() < 2
        || !fit
        || this.colours.stream().distinct().count() < this.colours.size()) {
      throw new IllegalStateException(
          "final-say.script.colours has to name two or more different colours, as in White,Blue.");
    }
  }

  /**
   * @param set 0 for the locked script itself, 1 for the first revision set
   */
  String of(int set) {
    if (set == 0) {
      return colours.get(0);
    }
    int again = colours.size() - 1;
    int round = (set - 1) / again;
    String colour = colours.get(1 + (set - 1) % again);
    if (round == 0) {
      return colour;
    }
    return round <= ROUNDS.size()
        ? ROUNDS.get(round - 1) + " " + colour
        : "%s %d".formatted(colour, round + 1);
  }
}
