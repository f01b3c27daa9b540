package film.finalsay.schedule.reading;

import film.finalsay.film.FilmScripts.SceneSummary;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The scenes that a line of a schedule names, as they stand in the locked script. */
final class SceneNumbers {

  private static final int MAX_LENGTH = 500;

  /** A part of a scene is scheduled as {@code 45pt} or {@code 45pt2}. */
  private static final Pattern PART = Pattern.compile("([0-9A-Z.]+?)\\(?(?:PT\\.?\\d?)?\\)?");

  private static final Pattern FROM_TO = Pattern.compile("([0-9A-Z]+)[-–]([0-9A-Z]+)");

  private final Map<String, SceneSummary> locked = new LinkedHashMap<>();
  private final List<String> order;

  SceneNumbers(List<SceneSummary> scenes) {
    scenes.forEach(scene -> locked.put(scene.number().toUpperCase(Locale.ROOT), scene));
    order = List.copyOf(locked.keySet());
  }

  /**
   * @return their numbers, separated by commas
   * @throws film.finalsay.approval.BusinessRuleException (invalid) naming the line, if it names
   *     none, or one that is not there
   */
  String in(ScheduleLine line) {
    Set<String> found = new LinkedHashSet<>();
    String text = line.cell(Column.SCENES).toUpperCase(Locale.ROOT);
    for (String named : text.split("[,;&+\\s]+")) {
      Matcher range = FROM_TO.matcher(named);
      if (range.matches() && !locked.containsKey(named)) {
        found.addAll(range(line, known(line, range.group(1)), known(line, range.group(2))));
      } else if (!named.isEmpty()) {
        found.add(standing(line, known(line, named)));
      }
    }
    String numbers = String.join(",", found);
    if (numbers.isEmpty()) {
      throw line.wrong(Column.SCENES, "is missing; the number of a scene is needed");
    }
    if (numbers.length() > MAX_LENGTH) {
      throw line.wrong(Column.SCENES, "names more scenes than fit one strip");
    }
    return numbers;
  }

  /** Those between two scenes that are omitted are no reason to refuse the others. */
  private List<String> range(ScheduleLine line, String from, String to) {
    int first = order.indexOf(from);
    int last = order.indexOf(to);
    if (first > last) {
      throw line.wrong("scene %s comes after scene %s in the locked script", from, to);
    }
    return order.subList(first, last + 1).stream()
        .filter(number -> !locked.get(number).omitted())
        .map(number -> locked.get(number).number())
        .toList();
  }

  private String standing(ScheduleLine line, String number) {
    if (locked.get(number).omitted()) {
      throw line.wrong("scene %s is omitted in the locked script", number);
    }
    return locked.get(number).number();
  }

  private String known(ScheduleLine line, String named) {
    if (locked.containsKey(named)) {
      return named;
    }
    Matcher part = PART.matcher(named);
    if (part.matches() && locked.containsKey(part.group(1))) {
      return part.group(1);
    }
    throw line.wrong(
        "the locked script has no scene \"%s\"",
        named.length() <= 20 ? named : named.substring(0, 20));
  }
}
